"""Runs the steps of a script, each by itself, and prints what they gave as one JSON object."""

import json
from typing import Any, Callable

_steps: list[Callable[[Any], Any]] = []


def step(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A function to run with the client; its name is the key of what it gives."""
    _steps.append(function)
    return function


def run(client: Any) -> None:
    """Runs all steps: {"name": {"value": …}}, or {"name": {"error": class, "text": …}} for one that failed."""
    print(json.dumps({function.__name__: _outcome(function, client) for function in _steps}))


def _outcome(function: Callable[[Any], Any], client: Any) -> dict[str, Any]:
    try:
        return {"value": function(client)}
    except Exception as error:
        return {"error": type(error).__name__, "text": str(error)}
