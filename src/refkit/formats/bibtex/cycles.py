"""Links that go round in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def links_in_cycles(graph: Mapping[int, Sequence[int]]) -> frozenset[tuple[int, int]]:
    """Return every link (from, to) that is part of a cycle, in time linear in the links."""
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
    """Return the strongly connected components (Tarjan 1972), without recursion.

    A link from an entry to itself is in its component as any other; a single entry without one has
    no link inside its component.
    """
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    open_: list[int] = []
    is_open: set[int] = set()
    for root in graph:
        if root in order:
            continue
        work = [(root, 0)]
        while work:
            node, at = work.pop()
            if at == 0:
                order[node] = low[node] = len(order)
                open_.append(node)
                is_open.add(node)
            ends = graph.get(node, ())
            if at > 0:
                low[node] = (
                    min(low[node], low[ends[at - 1]]) if ends[at - 1] in is_open else low[node]
                )
            while at < len(ends) and ends[at] in order:
                if ends[at] in is_open:
                    low[node] = min(low[node], order[ends[at]])
                at += 1
            if at < len(ends):
                work.append((node, at + 1))
                work.append((ends[at], 0))
            elif low[node] == order[node]:
                yield _close(node, open_, is_open)


def _close(node: int, open_: list[int], is_open: set[int]) -> list[int]:
    members: list[int] = []
    while not members or members[-1] != node:
        members.append(open_.pop())
    is_open.difference_update(members)
    return members
