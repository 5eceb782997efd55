"""Detection of cyclic links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def links_in_cycles(graph: Mapping[int, Sequence[int]]) -> frozenset[tuple[int, int]]:
    """Return the links (from, to) that are part of a cycle, in linear time."""
    component: dict[int, int] = {}
    for number, members in enumerate(_components(graph)):
        component.update(dict.fromkeys(members, number))
    return frozenset(
        (start, end)
        for start, ends in graph.items()
        for end in ends
        if end in component and component[start] == component[end]
    )


def _components(graph: Mapping[int, Sequence[int]]) -> Iterator[list[int]]:
    """Yield the strongly connected components (Tarjan 1972), without recursion.

    A component can be a single entry, which has a link within the component only if it refers to itself.
    """
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    for root in graph:
        if root in order:
            continue
        pending = [(root, 0)]
        while pending:
            node, index = pending.pop()
            if index == 0:
                order[node] = low[node] = len(order)
                stack.append(node)
                on_stack.add(node)
            ends = graph.get(node, ())
            if index > 0:
                low[node] = (
                    min(low[node], low[ends[index - 1]])
                    if ends[index - 1] in on_stack
                    else low[node]
                )
            while index < len(ends) and ends[index] in order:
                if ends[index] in on_stack:
                    low[node] = min(low[node], order[ends[index]])
                index += 1
            if index < len(ends):
                pending.append((node, index + 1))
                pending.append((ends[index], 0))
            elif low[node] == order[node]:
                yield _pop_component(node, stack, on_stack)


def _pop_component(node: int, stack: list[int], on_stack: set[int]) -> list[int]:
    members: list[int] = []
    while not members or members[-1] != node:
        members.append(stack.pop())
    on_stack.difference_update(members)
    return members
