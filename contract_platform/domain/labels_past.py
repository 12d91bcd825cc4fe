"""What people read for corrections."""

from collections.abc import Mapping
from typing import Final

PAST_LABELS: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "CorrectedFact": {
        "NAME": ("合同名称", "Name"),
        "SIGN_DATE": ("签订日期", "Signing date"),
        "AMOUNT": ("合同金额", "Amount"),
        "TERM_START": ("履行开始日", "Start of the term"),
        "TERM_END": ("履行届满日", "End of the term"),
        "PARTY_NAME": ("当事人名称", "Name of a party"),
        "PARTY_CODE": ("当事人统一社会信用代码", "Credit code of a party"),
        "FILING_DATE": ("备案日期", "Day of a filing"),
        "FILING_NUMBER": ("备案编号", "Number of a filing"),
        "FILING_UNDONE": ("备案有误，撤销该次备案", "Filed by mistake, to be undone"),
        "FILING_NOT_REQUIRED": ("误列备案事项，无需备案", "Listed by mistake, no filing required"),
    },
    "CorrectionState": {
        "PENDING": ("待确认", "To be confirmed"),
        "CONFIRMED": ("已更正", "Corrected"),
        "REJECTED": ("不予更正", "Not corrected"),
        "WITHDRAWN": ("已撤回", "Withdrawn"),
    },
}
