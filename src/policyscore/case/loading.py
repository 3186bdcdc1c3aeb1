"""The texts of a case's files made into a Case, with everything that is wrong with them."""

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from policyscore.case import suggestions
from policyscore.case.case import Case
from policyscore.case.compatibility import check_compatibility
from policyscore.case.directory import HEADER_FILE, OPTIONS, WEIGHTS, Files, is_id
from policyscore.case.explanations import at_most_findings, validate_as
from policyscore.case.header import HEADER, Header
from policyscore.case.header_checks import check_header
from policyscore.case.kinds import header_kind, option_kind, profile_kind
from policyscore.case.option_checks import check_option
from policyscore.case.options import OPTION, Option
from policyscore.case.profiles import PROFILE_HEAD, PROFILE_KEYS, Profile
from policyscore.case.references import check_named, check_references
from policyscore.reading import rules
from policyscore.reading.diagnostics import FILE_START, Finding
from policyscore.reading.document import Document
from policyscore.reading.yaml_reader import read_yaml


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a case gave.

    Attributes:
        case: The case, or None if its files have errors.
        findings: What is wrong, in no order.
        header: What `policyscore.yaml` says, or None if that cannot be told.
        stated: Profile's id to the profile, as far as its file could be read.
        documents: Path to file, as far as it could be read.
        profile_ids: Ids of the profiles whose files could not be read, and of all others.
    """

    case: Case | None
    findings: list[Finding]
    header: Header | None
    stated: Mapping[str, Profile]
    documents: Mapping[str, Document]
    profile_ids: Set[str]

    def profile_document(self, profile: str) -> Document:
        """The file of a profile."""
        return self.documents[f"{WEIGHTS}/{profile}.yaml"]

    def option_document(self, option: str) -> Document:
        """The file of an option."""
        return self.documents[f"{OPTIONS}/{option}.yaml"]


Tick = Callable[[int, int], None]


def load_files(files: Files, tick: Tick | None = None) -> Loaded:
    """Make a case of its files' texts.

    Args:
        files: The files, from a directory or anywhere else.
        tick: Told now and then how many option files are done, and how many there are; or None.

    Returns:
        The case, or what keeps the files from being one. All files are checked even if some
        cannot be read; what depends on an unreadable one is not complained of.
    """
    suggestions.renew_budget()
    findings = list(files.findings)
    documents: dict[str, Document] = {}
    header = _load_header(files, documents, findings)
    option_ids = _ids(files, OPTIONS)
    options: dict[str, Option] = {}
    for number, (key, document) in enumerate(_documents(files, OPTIONS, findings)):
        if tick is not None and number % 64 == 0:
            tick(number, len(option_ids))
        documents[document.path] = document
        option, wrong = validate_as(OPTION, document, document.data, option_kind)
        findings.extend(wrong)
        if option is not None:
            options[key] = option
            findings.extend(at_most_findings(document, check_option(document, option)))
            if header is not None:
                used = check_references(document, option, key, header, option_ids)
                findings.extend(at_most_findings(document, used))
        document.forget()
    stated: dict[str, Profile] = {}
    for key, document in _documents(files, WEIGHTS, findings):
        documents[document.path] = document
        profile, wrong = load_profile(document)
        findings.extend(wrong)
        if profile is not None:
            stated[key] = profile
    loaded = Loaded(None, findings, header, stated, documents, _ids(files, WEIGHTS))
    findings.extend(check_compatibility(loaded.option_document, options))
    if header is not None:
        profile_ids = _ids(files, WEIGHTS)
        if _is_unread(files, WEIGHTS):
            profile_ids = {header.default_profile}
        findings.extend(check_named(documents[HEADER_FILE], header, option_ids, profile_ids))
        if not any(f.severity == "error" for f in findings):
            return replace(loaded, case=Case(header, options, stated))
    return loaded


def _load_header(
    files: Files, documents: dict[str, Document], findings: list[Finding]
) -> Header | None:
    """Read `policyscore.yaml`; keep its document, and say what is wrong with it."""
    text = files.texts.get(HEADER_FILE)
    if text is None:
        return None
    document, wrong = read_yaml(text, HEADER_FILE)
    findings.extend(wrong)
    if document is None:
        return None
    documents[HEADER_FILE] = document
    header: Header | None
    header, wrong = validate_as(HEADER, document, document.data, header_kind)
    findings.extend(wrong)
    if header is None:
        return None
    findings.extend(at_most_findings(document, check_header(document, header)))
    if not _ids(files, OPTIONS) and not _is_unread(files, OPTIONS):
        findings.append(
            Finding(
                rules.MISSING_FILE,
                HEADER_FILE,
                FILE_START,
                "The case has no options.",
                "Write each option as one file in `options/`.",
            )
        )
    return header


def _ids(files: Files, folder: str) -> Set[str]:
    """Ids of the files in a folder, sorted, readable or not, or under a wrong name."""
    start = f"{folder}/"
    paths = files.present | {finding.path for finding in files.findings}
    stems = {path[len(start) :].rpartition(".")[0] for path in paths if path.startswith(start)}
    return dict.fromkeys(sorted(filter(is_id, stems))).keys()


def _is_unread(files: Files, folder: str) -> bool:
    """Whether a folder as a whole could not be read, so that its ids are not known."""
    return any(finding.path == folder for finding in files.findings)


def _documents(
    files: Files, folder: str, findings: list[Finding]
) -> Iterator[tuple[str, Document]]:
    """The readable files of a folder with their ids, one at a time."""
    start = f"{folder}/"
    for path, text in files.texts.items():
        if path.startswith(start):
            document, wrong = read_yaml(text, path)
            findings.extend(wrong)
            if document is not None:
                yield path[len(start) : -len(".yaml")], document


def load_profile(document: Document) -> tuple[Profile | None, list[Finding]]:
    """Read the part of a weights file that every way of weighing has in common."""
    head = {k: v for k, v in document.data.items() if k in PROFILE_KEYS}
    profile, findings = validate_as(PROFILE_HEAD, document, head, profile_kind)
    if profile is None:
        return None, findings
    stated = {str(k): v for k, v in document.data.items() if k not in PROFILE_KEYS}
    return Profile(profile.title, profile.by, profile.because, profile.scales, stated), findings
