"""The bounded child process in which untrusted bytes are opened.

A child is forked from a parent that has imported the readers already, gives up its rights, and then answers one
request after another over a pipe. The parent keeps the wall clock; whatever goes wrong in a child costs that one
request and nothing else.
"""

from redress.sandbox.child import Child
from redress.sandbox.confine import Applied
from redress.sandbox.inside import step
from redress.sandbox.limits import Limits, Refused
from redress.sandbox.pool import run_many
from redress.sandbox.trial import report

__all__ = ["Applied", "Child", "Limits", "Refused", "report", "run_many", "step"]
