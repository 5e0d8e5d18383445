"""What a sentence's words, and a message's traits, weigh for each label: trained from labelled examples, loaded by `packs`."""

from redress.model.base import Noun


class Judge(Noun, frozen=True):
    """A linear judge of *classes*: `weights[trait]` holds the log-odds that one of the trait gives to each class."""

    classes: tuple[str, ...]
    biases: tuple[float, ...]
    weights: dict[str, tuple[float, ...]]


class Weights(Noun, frozen=True):
    """A linear reader of sentences, one weight a feature and label, and the *judges* of whole messages above it.

    The feature numbered n of *features* (a line each) owns the entries of *whose* (numbers of *labels*) and *steps*
    (signed bytes, in *step*s of log-odds) from `stops[n - 1]` to `stops[n]`. *mark* names what all was trained on;
    what is not in one of *langs* was never seen.
    """

    mark: str
    langs: tuple[str, ...]
    labels: tuple[str, ...]
    biases: tuple[float, ...]
    features: str
    stops: tuple[int, ...]
    whose: bytes
    steps: bytes
    step: float
    judges: dict[str, Judge]

    # What is built from the weights is built once for each training.
    def __hash__(self) -> int:
        return hash(self.mark)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Weights) and other.mark == self.mark
