"""Documents for tests: lines of text as the text reader would deliver them."""

from datetime import date

from contract_platform.analysis.analyse import analyse
from contract_platform.analysis.model import Analysis, Context, DocumentText
from contract_platform.documents.assemble import assemble
from contract_platform.documents.text import paragraphs

TODAY = date(2026, 11, 24)

SERVICE = """档案数字化服务合同
合同编号：〔2026〕服字第7号
甲方（采购人）：云溪县档案馆
统一社会信用代码：12510100450831266J
地址：云溪县建设路8号
法定代表人：周明
乙方（供应商）：云溪县恒章数据有限公司
统一社会信用代码：91110108MA9XY7K3X1
签订日期：2026年3月5日
根据《中华人民共和国民法典》，双方订立本合同。
第一条　服务内容
乙方为甲方提供档案扫描服务，共计50万页。
第二条　服务期限
服务期限自2026年4月1日起至2026年12月31日止。
第三条　合同价款
合同总价为人民币壹拾贰万元整（¥120,000.00）。
第四条　付款方式
1．合同签订后10个工作日内，甲方向乙方支付合同总价的30%。
2．验收合格后15日内，甲方支付合同总价的65%。
3．余款5%作为质量保证金，质保期满后支付。
第五条　违约责任
乙方每逾期一日，按合同总价的0.5%支付违约金。
第六条　争议解决
因本合同发生争议，双方协商不成的，向甲方所在地人民法院起诉。
第七条　其他
本合同一式四份，双方各执二份，自双方签字盖章之日起生效。
甲方（盖章）：　　　　　　　　乙方（盖章）：
日期：　　年　　月　　日
"""


def document(text: str) -> DocumentText:
    return assemble("txt", list(paragraphs(text.splitlines())))


def analysed(text: str) -> Analysis:
    return analyse(document(text), Context(today=TODAY))
