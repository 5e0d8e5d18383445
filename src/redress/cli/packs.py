"""`redress rules`: what the packs hold, rule by rule."""

import textwrap

import click

from redress import checks, packs
from redress.casework import opened
from redress.casework.errors import CaseError
from redress.model.pack import Pack
from redress.model.rule import Rule


@click.group("rules")
def rules() -> None:
    """Look at the rules the packs hold, and run their examples."""


pack_option = click.option("--pack", "name", default="amazon", show_default=True, help="Which marketplace's pack.")


def _pack(name: str) -> Pack:
    if name not in packs.names():
        raise CaseError(f"there is no pack {name!r}; there are: {', '.join(packs.names())}")
    return opened.pack(name)


@rules.command("list")
@pack_option
def list_rules(name: str) -> None:
    """List the rules: id, level and title."""
    for rule in _pack(name).rules:
        click.echo(f"{rule.id:34} {rule.level:7} {rule.title}")


@rules.command("show")
@click.argument("rule_id", metavar="ID")
@pack_option
def show_rule(rule_id: str, name: str) -> None:
    """Show one rule: what it says, its dated terms and their sources."""
    rule = next((r for r in _pack(name).rules if r.id == rule_id), None)
    if rule is None:
        raise CaseError(f"pack {name} has no rule {rule_id!r}; `redress rules list` names them all")
    click.echo(described(rule))


@rules.command("test")
@pack_option
def test_rules(name: str) -> int:
    """Run every example of every rule of the pack."""
    pack = _pack(name)
    wrong = [
        f"{rule.id}: example {number} on {example.today} is {outcome.word}, the rule file says {example.outcome}"
        for rule in pack.rules
        for number, example in enumerate(rule.examples, 1)
        if (outcome := checks.run_example(rule, example)).word != example.outcome
    ]
    for line in wrong:
        click.echo(line, err=True)
    total = sum(len(r.examples) for r in pack.rules)
    click.echo(f"{len(pack.rules)} rules, {total} examples, {len(wrong)} wrong")
    return 1 if wrong else 0


def described(rule: Rule) -> str:
    """*rule* in words: title, level, scope, what it says, remedy, terms with their sources."""
    lines = [rule.id, f"  {rule.title} ({rule.level}, asked of: {rule.scope})"]
    for outcome, says in rule.says.items():
        lines += textwrap.wrap(f"{outcome}: {says}", 96, initial_indent="  ", subsequent_indent="      ")
    if rule.remedy:
        lines += textwrap.wrap(f"to mend: {rule.remedy}", 96, initial_indent="  ", subsequent_indent="      ")
    for term in rule.terms:
        values = ", ".join(f"{k} = {v}" for k, v in term.values.items())
        lines += [f"  since {term.since}: {term.title}{' (' + values + ')' if values else ''}"]
        lines += [f"      {term.href} (read {term.checked})"]
    return "\n".join(lines)


COMMANDS = (rules,)
