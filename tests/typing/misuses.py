"""Calls that type checkers must reject: each line with `error` is one, and all others are right."""

import refkit

library = refkit.load("refs.bib")
item = library["doe2001"]
title: str = item["title"]
people: tuple[refkit.Name, ...] = item["author"]
issued: refkit.Date = item["issued"]
text: str = item.container_title
found: refkit.Item | None = library.get("x")
several: list[refkit.Item] = library[:2]
both: refkit.Library = library + library
item["title"] = "x"
item["author"] = [refkit.Name("Doe"), "Roe, Ann"]
item["issued"] = 2001
item.title = "x"
library.add("book", title="x", year=2001, author=["Doe, Jane"])
library.rename({"a": "b"})
library.rename(lambda item: item.id)
library.sort("author", "-issued")
refkit.cite(library, "key").citations[0].upper()
refkit.check("refs.bib", select="DAT")[0].code.upper()
refkit.fix("refs.bib").save()[0].upper()
refkit.tidy("refs.bib", order=["title"], align=True)[0].text.upper()
pairs: list[tuple[str, refkit.Item]] = library.items()
popped: refkit.Item = library.pop("x")
maybe: refkit.Item | None = library.pop("x", None)
library["x"] = item
library["x"] = {"type": "book"}
del library["x"]
more: refkit.Library = library + [item]  # noqa: RUF005
another: refkit.Library = library + {"id": "x", "type": "book"}
library.rename(library[0], "new")
library.items[0].title.upper()
refkit.merge("a.bib", "b.bib", "c.bib", conflict_style="diff3").text.upper()
refkit.convert("refs.bib", "ris", key_style="[auth][year]").text.upper()

number: int = item["title"]  # error
wrong: str = item["author"]  # error
item["title"] = object()  # error
item.title = ["x"]  # error
library["a", "b"]  # error
library.rename(3)  # error
library.add(3)  # error
refkit.cite(library, 5)  # error
refkit.format(3)  # error
refkit.tidy("refs.bib", align="yes")  # error
refkit.check("refs.bib", selected="DAT")  # error
refkit.Item.new(5)  # error
print(library.nothing)  # error
sure: refkit.Item = library.pop("x", None)  # error
library["x"] = 3  # error
library[0] = item  # error
library + 3  # error
library + {3}  # error
library.sort(3)  # error
library.sort(key="title")  # error
item.retype(3)  # error
library.remove(3)  # error
library.items.append(item)  # error
refkit.merge("a.bib", "b.bib")  # error
refkit.convert("refs.bib", "ris", key_style=3)  # error
