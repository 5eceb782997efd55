"""Time per reference of refkit's citation processor, compared with the installed peers.

`python benchmarks/csl.py [--sizes 100,1000] [--styles apa,ieee] [--peers]` cites every item once and formats the whole
bibliography, each engine in a process of its own. The CPU time excludes the start and the loading of the style. Prints
milliseconds per reference, peak memory, and the peers' time relative to refkit's.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / "src")]

from benchmarks._csl_items import Record, random_items  # noqa: E402

STYLES = "apa,chicago-author-date,ieee,nature,modern-language-association"
SIZES = "100,1000,5000,20000"
CITEPROC_JS_LIMIT = 1000
CITEPROC_PY_LIMIT = 200

CITEPROC_JS = """
const CSL = require(process.argv[2]), fs = require('fs');
const [items, style, locales] = process.argv.slice(3, 6);
const byId = {}; JSON.parse(fs.readFileSync(items)).forEach(i => byId[i.id] = i);
const sys = {retrieveItem: id => byId[id],
  retrieveLocale: l => { const p = `${locales}/locales-${l}.xml`;
    return fs.readFileSync(fs.existsSync(p) ? p : `${locales}/locales-en-US.xml`, 'utf8'); }};
const engine = new CSL.Engine(sys, fs.readFileSync(style, 'utf8'), 'en-US');
const start = process.cpuUsage();
engine.updateItems(Object.keys(byId));
for (const id of Object.keys(byId)) engine.makeCitationCluster([{id}]);
engine.makeBibliography();
const used = process.cpuUsage(start);
console.log(JSON.stringify({seconds: (used.user + used.system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024}));
"""


def run_refkit(style: str, items: list[Record]) -> float:
    from refkit.csl import Cite, Cluster, Processor, Style

    loaded = Style.load(style)
    clusters = [Cluster([Cite(str(item["id"]))]) for item in items]
    # Macros are compiled when they are first rendered, so the first item belongs to the loading of the style.
    Processor(loaded, items[:1]).render(clusters[:1])
    start = time.process_time()
    Processor(loaded, items).render(clusters)
    return time.process_time() - start


def run_citeproc_py(style: str, items: list[Record]) -> float:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
    from citeproc import formatter as formatters
    from citeproc.source.json import CiteProcJSON

    loaded = CitationStylesStyle(str(style_path(style)), validate=False)
    start = time.process_time()
    bibliography = CitationStylesBibliography(loaded, CiteProcJSON(items), formatters.html)
    citations = [Citation([CitationItem(str(item["id"]))]) for item in items]
    for citation in citations:
        bibliography.register(citation)
    for citation in citations:
        bibliography.cite(citation, lambda item: None)
    list(map(str, bibliography.bibliography()))
    return time.process_time() - start


RUNNERS: dict[str, Callable[[str, list[Record]], float]] = {
    "refkit": run_refkit,
    "citeproc-py": run_citeproc_py,
}


def style_path(style: str) -> Path:
    from refkit.csl.catalogue import style_path as find

    return Path(find(style))


def run_typst(style: str, items: list[Record]) -> dict[str, float]:
    """Return the figures for a document that cites every item, minus those for a single item."""
    all_seconds, single_seconds = _typst_seconds(style, items), _typst_seconds(style, items[:1])
    return {"seconds": max(all_seconds - single_seconds, 0.0), "megabytes": 0.0}


def _typst_seconds(style: str, items: list[Record]) -> float:
    import typst

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(style_path(style), folder / "style.csl")
        (folder / "items.yml").write_text(hayagriva(items), encoding="utf-8")
        cites = "\n\n".join(f"#cite(<{item['id']}>)" for item in items)
        text = f'{cites}\n#bibliography("items.yml", style: "style.csl")'
        (folder / "main.typ").write_text(text, encoding="utf-8")
        start = time.process_time()
        typst.compile(str(folder / "main.typ"), format="pdf")
        return time.process_time() - start


def hayagriva(items: list[Record]) -> str:
    """Return the items in Hayagriva's YAML, of which JSON is a subset."""
    types = {"article-journal": "article", "book": "book", "chapter": "chapter", "webpage": "web"}
    entries = {}
    for item in items:
        entry: dict[str, object] = {"type": types[str(item["type"])], "title": item["title"]}
        entry["author"] = [_hayagriva_name(name) for name in _list(item["author"])]
        entry["date"] = _iso(item["issued"])
        if "page" in item:
            entry["page-range"] = item["page"]
        if "container-title" in item:
            kind = {"article": "periodical", "chapter": "book"}.get(str(entry["type"]), "web")
            entry["parent"] = {"type": kind, "title": item["container-title"]}
        entries[str(item["id"])] = entry
    return json.dumps(entries, ensure_ascii=False)


def _list(value: object) -> list[dict[str, str]]:
    assert isinstance(value, list)
    return value


def _hayagriva_name(name: dict[str, str]) -> dict[str, str]:
    result = {"name": name["family"], "given-name": name["given"]}
    particle = name.get("non-dropping-particle")
    return result | {"prefix": particle} if particle else result


def _iso(date: object) -> str:
    assert isinstance(date, dict)
    year, *month_and_day = date["date-parts"][0]
    return "-".join([f"{year:04d}", *(f"{part:02d}" for part in month_and_day)])


def run_citeproc_js(module: str, style: str, items: list[Record]) -> dict[str, float]:
    from refkit.csl.catalogue import locale_folder

    with tempfile.TemporaryDirectory() as name:
        script, records = Path(name) / "run.js", Path(name) / "items.json"
        script.write_text(CITEPROC_JS, encoding="utf-8")
        records.write_text(json.dumps(items), encoding="utf-8")
        paths = [module, str(records), str(style_path(style)), locale_folder()]
        command = ["node", str(script), *paths]
        figures: dict[str, float] = json.loads(
            subprocess.run(command, capture_output=True, text=True, check=True).stdout
        )
    return figures


def run_child(engine: str, style: str, count: int, seed: int) -> None:
    """Run a measurement in this process and print it."""
    items = random_items(count, seed)
    if engine == "citeproc-js":
        figures = run_citeproc_js(citeproc_js(), style, items)
    elif engine == "typst":
        figures = run_typst(style, items)
        figures["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    else:
        seconds = RUNNERS[engine](style, items)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        figures = {"seconds": seconds, "megabytes": peak}
    print(json.dumps(figures))


def measure(engine: str, style: str, count: int, seed: int) -> dict[str, float] | None:
    """Return the figures of a measurement in a separate process, or None if the engine fails."""
    command = [sys.executable, __file__, "--child", engine, style, str(count), str(seed)]
    source = os.pathsep.join([str(HERE.parent / "src"), os.environ.get("PYTHONPATH", "")])
    environment = os.environ | {"PYTHONPATH": source}
    process = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    if process.returncode:
        return None
    figures: dict[str, float] = json.loads(process.stdout.splitlines()[-1])
    return figures


def citeproc_js() -> str:
    """Return the path of npm's `citeproc` in CITEPROC_JS or in node_modules of a parent folder, or ""."""
    setting = os.environ.get("CITEPROC_JS", "")
    candidates = (
        folder / "node_modules" / "citeproc" for folder in [Path.cwd(), *Path.cwd().parents]
    )
    return setting or next((str(path) for path in candidates if path.is_dir()), "")


def absent_peers() -> dict[str, str]:
    """Return the engines that cannot run here, with the reason."""
    absent = {}
    if not find_spec("citeproc"):
        absent["citeproc-py"] = "citeproc-py is not installed"
    if not shutil.which("node"):
        absent["citeproc-js"] = "node is not installed"
    elif not citeproc_js():
        absent["citeproc-js"] = "the npm package citeproc is not installed (CITEPROC_JS names it)"
    if not find_spec("typst"):
        absent["typst"] = "typst is not installed"
    return absent


def peers(count: int) -> list[str]:
    """Return the installed engines that can process this number of items."""
    limits = {"citeproc-py": CITEPROC_PY_LIMIT, "citeproc-js": CITEPROC_JS_LIMIT, "typst": count}
    absent = absent_peers()
    return [name for name, limit in limits.items() if name not in absent and count <= limit]


def report(style: str, count: int, seed: int, with_peers: bool) -> None:
    own_figures = measure("refkit", style, count, seed)
    if own_figures is None:
        print(f"{style:32} {count:6} refkit failed")
        return
    per_reference = 1000 * own_figures["seconds"] / count
    print(
        f"{style:32} {count:6} {'refkit':12} {per_reference:8.3f} ms {own_figures['megabytes']:6.0f} MB",
        flush=True,
    )
    for peer in peers(count) if with_peers else []:
        figures = measure(peer, style, count, seed)
        if figures is None:
            print(f"{'':39} {peer:12} failed", flush=True)
            continue
        ratio = figures["seconds"] / own_figures["seconds"]
        per_reference = 1000 * figures["seconds"] / count
        print(
            f"{'':39} {peer:12} {per_reference:8.3f} ms {figures['megabytes']:6.0f} MB  {ratio:6.1f} x",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description="Time citation processors.")
    parser.add_argument("--styles", default=STYLES)
    parser.add_argument("--sizes", default=SIZES)
    parser.add_argument("--seed", type=int, default=42)
    parser.add_argument(
        "--peers", action="store_true", help="measure the others that are installed"
    )
    parser.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        engine, style, count, seed = options.child
        run_child(engine, style, int(count), int(seed))
        return
    print("one run; CPU time per reference; peak memory; peer's time as a multiple of refkit's")
    for name, reason in absent_peers().items() if options.peers else ():
        print(f"{name}: skipped, {reason}")
    for style in options.styles.split(","):
        for count in map(int, options.sizes.split(",")):
            report(style, count, options.seed, options.peers)


if __name__ == "__main__":
    main()
