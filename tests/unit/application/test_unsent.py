from datetime import timedelta

from contract_platform.application.keep_unsent import keep_unsent, list_unsent
from contract_platform.domain.unsent import KEPT_FOR


def test_what_grew_old_is_not_shown_and_goes_with_the_next_save(district):
    handler = district.actor("handler")
    keep_unsent(district.platform, handler, "c1", "facts", "{}")
    district.clock.step(KEPT_FOR + timedelta(seconds=1))
    assert list_unsent(district.platform, handler) == ()
    keep_unsent(district.platform, handler, "c2", "facts", "{}")
    assert [one.object_id for one in district.find("unsent")] == ["c2"]
