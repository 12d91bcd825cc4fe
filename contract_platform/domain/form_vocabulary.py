"""Names of official documents and of what layout does not set."""

from enum import auto

from contract_platform.domain.vocabulary import Name


class FormKind(Name):
    """The official documents (文书) of the life of a contract, in its order."""

    REVIEW_SUBMISSION = auto()
    ACCEPTANCE_NOTICE = auto()
    SUPPLEMENT_NOTICE = auto()
    RETURN_NOTICE = auto()
    NON_ACCEPTANCE_NOTICE = auto()
    REVIEW_OPINION = auto()
    SIGN_OFF_SHEET = auto()
    WORKING_PAPER = auto()
    ADOPTION_STATEMENT = auto()
    FILING_FORM = auto()
    FILING_RECEIPT = auto()
    CHANGE_APPROVAL = auto()
    TERMINATION_APPROVAL = auto()
    ARCHIVE_CATALOGUE = auto()


class UnsetPart(Name):
    """What a Word file may hold and the PDF's layout does not set."""

    PICTURE = auto()
    OBJECT = auto()
    TEXT_BOX = auto()
    TRACKED_CHANGE = auto()
    FOOTNOTE = auto()
    AUTO_NUMBER = auto()
    IMPORT = auto()
    COMMENT = auto()
    SECTION = auto()
    NESTED_TABLE = auto()
    COLUMN = auto()
