"""What a reader sees of a web page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redress.readers.html import declared_charset, read_html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two", "One\nTwo"),
        ("<div>One\n  two</div><div>three</div>", "One two\nthree"),
        ("<ul><li>One<li>Two</ul>", "- One\n- Two"),
        ("<table><tr><td>Item<td>4<tr><td>Box<td>2</table>", "Item 4\nBox 2"),
        ("a<b>b</b>c", "abc"),
        ("x<script>alert(1)</script><style>p{}</style><title>t</title>y", "xy"),
        ("<p style='display: none'>secret</p>seen", "seen"),
        ("<span style='font-size:0px'>secret</span>seen", "seen"),
        ("<p hidden>secret</p>seen", "seen"),
        ("<span style='font-size:0.9em'>seen</span>", "seen"),
        ("<!-- note -->seen", "seen"),
        ("Gr&uuml;&szlig;e &amp; mehr", "Gr\u00fc\u00dfe & mehr"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("<p>One<br><br>Two</p><p>&nbsp;</p><p>Three</p>", "One\n\nTwo\n\nThree"),
        ("turned \u202e round", "turned round"),
        ("", ""),
    ],
)
def test_text(markup: str, text: str) -> None:
    assert read_html(markup).text == text


def test_links_are_kept_with_what_they_show() -> None:
    web = read_html('<p>Go to <a href="https://evil.example/x"><b>www.shop.example</b></a> now</p>')
    assert web.links == (("www.shop.example", "https://evil.example/x"),)
    assert web.text == "Go to www.shop.example now"


def test_hidden_text_is_told() -> None:
    assert read_html("<p style='display:none'>secret</p>x").hidden
    assert not read_html("<p style='display:none'> </p>x").hidden


def test_a_page_nested_deeper_than_python_does_not_fail() -> None:
    assert "deep" in read_html("<div>" * 200 + "deep" + "</div>" * 200).text
    read_html("<div>" * 50_000 + "deep")


def test_the_charset_a_page_names() -> None:
    assert declared_charset(b'<meta charset="shift_jis">') == "shift_jis"
    assert declared_charset(b"<p>none</p>") is None


@given(st.text(max_size=200))
def test_nothing_in_markup_raises(markup: str) -> None:
    text = read_html(f"<p>{markup}").text
    assert "\x1b" not in text
    assert "\r" not in text
