"""Check or fix files: find them, read them, run the rules or use cached findings, and report."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from refkit.errors import EmptyFolder, InternalError, RefkitError
from refkit.files import STDIN, clear_leftovers_near, read_source, write_text
from refkit.lint.cache import FileCache, digest, open_cache
from refkit.lint.cache_store import is_on
from refkit.lint.config import Config, load_config, nearest_config
from refkit.lint.options import CONFIGURABLE, SEVERITIES, Request
from refkit.lint.precedence import (
    OF_FILES,
    combined,
    verify_choices,
    verify_rules,
    verify_statistics,
    with_options,
)
from refkit.lint.rule import TEX_FORMATS, Finding, by_position
from refkit.lint.run_files import (
    bib_files,
    find_files,
    follow_documents,
    read_library,
    read_with_others,
)
from refkit.lint.settings import Settings
from refkit.lint.sweep import forget_fields
from refkit.model.library import Library
from refkit.model.source import Source
from refkit.records import dataclass, field, replace

if TYPE_CHECKING:
    from concurrent.futures import Future

    from refkit.lint.bibliography import Company
    from refkit.lint.fix import Dropped

LARGE = 2_000_000  # total bytes of files above which starting several processes saves time


@dataclass(slots=True)
class Report:
    """The findings, the applied fixes and the errors of a run.

    `changes` pairs each source with its fixed version; `dropped` contains the fixes that could not be verified;
    `errors` contains the errors of files that could not be read or written, and `empty` those of folders without
    files; `request` is completed from the configuration, and `notes` contains messages about it.
    """

    findings: list[Finding] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    applied: list[Finding] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    changes: list[tuple[Source, Source]] = field(default_factory=list)
    errors: list[RefkitError] = field(default_factory=list)
    empty: list[EmptyFolder] = field(default_factory=list)
    accepted: int = 0
    request: Request = field(default_factory=Request)
    notes: tuple[str, ...] = ()

    @property
    def serious(self) -> list[Finding]:
        """The findings that cause exit code 1: those with the severity of `fail_on`, or a higher one."""
        lowest = self.request.fail_on or "info"
        failing = () if lowest == "never" else SEVERITIES[: SEVERITIES.index(lowest) + 1]
        return [finding for finding in self.findings if finding.severity in failing]

    @property
    def left_alone(self) -> list[str]:
        """The names of the files that cannot be fixed, because only BibTeX can be fixed."""
        return [source.name for source in self.sources if source.format not in TEX_FORMATS]


@dataclass(slots=True)
class _Job:
    """One file to check, with its settings and, if it is not read alone, its bibliography."""

    path: str
    settings: Settings
    config: Config
    request: Request
    company: Company | None = None

    def read(self, source: Source) -> Library:
        """Read a source in its format, with the other files of its bibliography. Raises RefkitError."""
        return read_with_others(source, self.company, self.run_files)[0]

    def verify(self) -> None:
        """Raise ConfigError for a rule, an option or a list in the configuration that cannot be used."""
        self.config.verify()
        self.config.verify_retractions(self.settings.retractions)

    def run_files(self) -> Sequence[str]:
        """Return the .bib files of the run."""
        return bib_files_of(self.request)


@dataclass(slots=True)
class _Checked:
    """The result of checking one file; `library` is None if it was cached or read in another process."""

    source: Source
    content: str
    findings: list[Finding]
    library: Library | None = None
    company: Company | None = None


def run(request: Request) -> Report:
    """Check the files that a request names, and fix them if requested.

    A file that cannot be read is an error in the report; the others are checked. Raises RefkitError for a
    configuration or a selector that cannot be used.
    """
    request = with_config(request)
    bib_files.cache_clear()
    report = Report(request=request)
    found = list(files_of(request))
    followed = follow_documents(found, config_for(request, "."), request.stdin_filename)
    found += followed.files
    report.empty = [path for path in found if isinstance(path, EmptyFolder)]
    report.errors = [e for e in found if isinstance(e, RefkitError) and e not in report.empty]
    jobs = _jobs([path for path in found if isinstance(path, str)], request)
    checked = _fix_all(jobs, report) if request.fixes else _check_all(jobs, report)
    report.sources = [one.source for one in checked]
    report.notes = (*_notes(request, jobs, report.sources), *followed.notes)
    findings = followed.without_parts(finding for one in checked for finding in one.findings)
    report.notes += tuple(followed.notes_on(findings, report.errors))
    findings += _across(checked, request, followed.state)
    findings.sort(key=by_position)
    report.findings = _new(findings, request)
    report.accepted = len(findings) - len(report.findings)
    return report


def _notes(request: Request, jobs: Sequence[_Job], sources: Sequence[Source]) -> tuple[str, ...]:
    configs = [config_for(request, "."), *(job.config for job in jobs)]
    distinct = {os.path.abspath(config.path): config for config in configs}.values()
    notes = [note for config in distinct for note in config.notes_for(request.paths, sources)]
    documents = [job.path for job in jobs if not job.path.endswith(".bib")]
    if documents:
        from refkit.lint.declared import missing_bibliographies

        notes += missing_bibliographies(documents)
    return tuple(dict.fromkeys(notes))


def files_of(request: Request) -> Iterator[str | RefkitError]:
    """Yield the files that the paths name, and an error for each path without files."""
    from refkit.formats._search import is_excluded

    found = find_files(request.paths, request.exclude, request.respect_gitignore is not False)
    for file in found:
        is_skipped = request.force_exclude and isinstance(file, str)
        if not (is_skipped and is_excluded(_name(str(file), request), request.exclude)):
            yield file


def bib_files_of(request: Request) -> Sequence[str]:
    """Return the .bib files that the paths name."""
    return bib_files(request.paths, request.exclude, request.respect_gitignore is not False)


def config_for(request: Request, path: str) -> Config:
    """Return the configuration that applies to a file or folder in a run."""
    if request.isolated:
        return Config()
    if request.config:
        return load_config(request.config)
    folder = path if os.path.isdir(path) else os.path.dirname(path)
    return nearest_config(os.path.abspath(folder or "."))


def with_config(request: Request) -> Request:
    """Complete the request from the configuration of the folder in which the run starts.

    The options of files are those of the configuration next to each. Raises before any work is done.
    """
    verify_choices(request)
    verify_rules(request)
    config = config_for(request, ".")
    names = [name for name in CONFIGURABLE if name not in OF_FILES]
    values = {name: combined(request, config.options, name) for name in names}
    values["output_format"] = values["output_format"] or "full"
    complete = replace(request, **values)  # type: ignore[arg-type]  # both are requests
    verify_statistics(complete)
    return replace(
        complete,
        exclude=(*request.exclude, *config.exclude),
        baseline="" if request.write_baseline else complete.baseline,
        cache=request.cache and is_on(),
    )


def _new(findings: list[Finding], request: Request) -> list[Finding]:
    if not request.baseline:
        return findings
    from refkit.lint.baseline import not_accepted, read_baseline

    return not_accepted(findings, read_baseline(request.baseline))


def _jobs(paths: Sequence[str], request: Request) -> list[_Job]:
    jobs = [_job(path, request) for path in paths]
    if len(jobs) > 1 or any(job.config.bibliography for job in jobs):
        from refkit.lint.declared import Companies

        companies = Companies(request.paths, paths)
        for job in jobs:
            company = companies.of(_name(job.path, request), job.config)
            job.company = replace(company, encoding=request.encoding)
    return jobs


def _job(path: str, request: Request) -> _Job:
    config = config_for(request, _name(path, request))
    return _Job(path, settings_for(request, config), config, request)


def _name(path: str, request: Request) -> str:
    return (request.stdin_filename or "<stdin>") if path == STDIN else path


def settings_for(request: Request, config: Config) -> Settings:
    """Return the configuration's settings, replaced or extended by the options of the request."""
    settings = with_options(config.settings, request, config.options)
    if not settings.retractions and not request.isolated:
        from refkit.lint.retractions import own_list

        settings = replace(settings, retractions=own_list())
    try:
        return _with_style(settings, request)
    except RefkitError as error:
        raise (error if request.style else config.at("style", error)) from error


def _with_style(settings: Settings, request: Request) -> Settings:
    style = settings.style
    return replace(
        settings,
        prints=request.printed_by(style) if style and request.printed_by else (),
        losses=request.lost_by(style) if style and request.lost_by else None,
    )


def _check_all(jobs: list[_Job], report: Report) -> list[_Checked]:
    workers = _workers(jobs)
    if workers < 2:
        check = _check_leanly if len(jobs) > 1 else _check_or_error
        results: Iterable[_Checked | RefkitError] = [check(job) for job in jobs]
    else:
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor(workers) as pool:
            running = [(job, pool.submit(_check_elsewhere, job)) for job in jobs]
            results = [_result(job, future) for job, future in running]
    return _good(results, report)


def _result(job: _Job, future: Future[_Checked | RefkitError]) -> _Checked | RefkitError:
    """Return the result of another process for a file, or an error if it was killed before it finished."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        return RefkitError(
            f"a process was killed before it had checked `{_name(job.path, job.request)}`; try `-j 1`"
        )


def _good(results: Iterable[_Checked | RefkitError], report: Report) -> list[_Checked]:
    checked = []
    for result in results:
        if isinstance(result, RefkitError):
            report.errors.append(result)
        else:
            checked.append(result)
    return checked


def _workers(jobs: Sequence[_Job]) -> int:
    """Return the number of processes: as requested, or otherwise according to the size of the files."""
    if len(jobs) < 2 or any(job.path == STDIN for job in jobs):
        return 1
    asked = jobs[0].request.jobs
    if asked:
        return min(asked, len(jobs))
    size = sum(os.path.getsize(job.path) for job in jobs if os.path.exists(job.path))
    return min(os.cpu_count() or 1, len(jobs)) if size > LARGE else 1


def _check_elsewhere(job: _Job) -> _Checked | RefkitError:
    """Check a file in another process; the result contains no library, which would be slow to transfer."""
    result = _check_or_error(job)
    if isinstance(result, RefkitError):
        return result if isinstance(result, InternalError) else RefkitError(str(result))
    result.library = None
    return result


def _check_leanly(job: _Job) -> _Checked | RefkitError:
    """Check one of several files, and keep little data for the rules that compare files."""
    result = _check_or_error(job)
    if isinstance(result, _Checked) and result.library is not None:
        forget_fields(result.library.entries)
    return result


def _check_or_error(job: _Job) -> _Checked | RefkitError:
    try:
        source = _source(job)
        return _check(job, source, _content(source, job))
    except RefkitError as error:
        return error
    except Exception as error:  # a bug in refkit affects this file, not the run
        from refkit.files.internal_errors import internal_error

        return internal_error(error, _name(job.path, job.request))


def _source(job: _Job) -> Source:
    source = read_source(job.path, streams=True, encoding=job.request.encoding)
    source.name = _name(job.path, job.request)
    if job.request.source_format:
        from refkit.formats import by_name

        source.format = by_name(job.request.source_format).name
    return source


def _content(source: Source, job: _Job) -> str:
    """Return a digest of what a file contains, or an empty string if there is no cache that needs it."""
    if not job.request.cache:
        return ""
    said = (source.encoding, job.request.source_format, source.text)
    return digest(*(part.encode("utf-8", "surrogatepass") for part in said))


def _check(job: _Job, source: Source, content: str) -> _Checked | RefkitError:
    if not job.request.cache or job.path == STDIN:
        return _check_fresh(job, source, content)
    cache = open_cache(job.request.cache_dir, "file", [source.name], job.settings)
    is_declared = job.company is not None and job.company.is_declared
    key = _with_others(job, source, content) if is_declared or cache.needs_others else content
    known = cache.findings(key, [source])
    if known is not None:
        job.config.verify_tidy()
        return _Checked(source, key, known, None, job.company)
    return _check_fresh(job, source, content, cache)


def _with_others(job: _Job, source: Source, content: str) -> str:
    """Return a digest of the content of a file and of the other files that it may depend on."""
    from refkit.lint.bibliography import ALONE, state

    others = state(source.name, job.company or ALONE, job.run_files)
    return digest(content.encode(), others.encode())


def _check_fresh(
    job: _Job, source: Source, content: str, cache: FileCache | None = None
) -> _Checked | RefkitError:
    from refkit.lint.engine import check_file

    job.verify()
    try:
        library, needs_others = read_with_others(source, job.company, job.run_files)
    except RefkitError as error:
        return error
    memory = cache.memory_of(library) if cache else None
    found = check_file(library, job.settings, memory)
    source = library.sources[0]
    if cache:
        content = _with_others(job, source, content) if needs_others else content
        cache.save(content, found, [source], memory, needs_others)
    return _Checked(source, content, found, library, job.company)


def _across(checked: Sequence[_Checked], request: Request, state: str) -> list[Finding]:
    """Return the findings of the rules that compare files, with the configuration of the run's folder."""
    if not checked:
        return []
    only = checked[0].source.name if len(checked) == 1 else "."
    settings = settings_for(request, config_for(request, only))
    sources = [one.source for one in checked]
    if not request.cache:
        return _check_across(checked, settings, request)
    cache = open_cache(request.cache_dir, "run", [s.name for s in sources], settings)
    content = digest(*(part.encode() for part in (state, *(one.content for one in checked))))
    known = cache.findings(content, sources)
    if known is not None:
        return known
    found = _check_across(checked, settings, request)
    cache.save(content, found, sources, None)
    return found


def _check_across(
    checked: Sequence[_Checked], settings: Settings, request: Request
) -> list[Finding]:
    from refkit.lint.engine import check_across

    libraries = [
        one.library or read_with_others(one.source, one.company, lambda: bib_files_of(request))[0]
        for one in checked
    ]
    return check_across(libraries, settings)


def _fix_all(jobs: list[_Job], report: Report) -> list[_Checked]:
    if any(not job.request.diff for job in jobs):
        clear_leftovers_near(job.path for job in jobs)
    return _good((_fix_or_error(job, report) for job in jobs), report)


def _fix_or_error(job: _Job, report: Report) -> _Checked | RefkitError:
    from refkit.lint.fix import fix_text

    job.verify()
    try:
        source = _source(job)
        read_library(source)
    except RefkitError as error:
        return error
    if source.derived:  # the text was extracted, so the file cannot be fixed
        return _check(job, source, _content(source, job))
    fixed = fix_text(source, job.read, job.settings, job.request.unsafe_fixes)
    if fixed.source.text != source.text:
        failure = _write(job, fixed.source) if not job.request.diff and job.path != STDIN else None
        if failure:  # nothing was fixed
            report.errors.append(failure)
            return _check(job, source, _content(source, job))
        report.changes.append((source, fixed.source))
    report.applied.extend(fixed.applied)
    report.dropped.extend(fixed.dropped)
    return _Checked(fixed.source, _content(fixed.source, job), fixed.left, None, job.company)


def _write(job: _Job, fixed: Source) -> RefkitError | None:
    try:
        write_text(job.path, fixed.text, fixed)
    except RefkitError as error:
        return error
    return None
