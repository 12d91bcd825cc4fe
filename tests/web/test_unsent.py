"""What somebody has filled in and not sent is kept for them alone."""

from contract_platform.domain.unsent import MOST


def keep(door, text, form="facts", about="c1"):
    answer = door.change("PUT", f"/unsent/{about}/{form}", {"text": text})
    assert answer.status_code == 200, answer.text
    return answer.json()


def texts(door):
    return [(one["object_id"], one["form"], one["text"]) for one in door.get("/unsent").json()]


def test_the_last_save_wins_and_only_its_author_reads_it(enter):
    mine, other = enter("handler"), enter("stranger")
    first = keep(mine, '{"name":"一"}')
    second = keep(mine, '{"name":"二"}')
    keep(other, '"别人的"')
    assert texts(mine) == [("c1", "facts", '{"name":"二"}')]
    assert texts(other) == [("c1", "facts", '"别人的"')]
    assert first["mark"] != second["mark"]


def test_it_is_there_after_signing_out_and_in_again(enter, client):
    door = enter("handler")
    keep(door, "1", form="inquiries")
    assert door.change("DELETE", "/session").status_code == 204
    answer = client.post("/api/v1/session", json={"username": "handler", "password": "一个足够长的口令"})
    assert answer.status_code == 201
    assert [one["form"] for one in client.get("/api/v1/unsent").json()] == ["inquiries"]


def test_what_was_sent_is_forgotten_and_forgetting_twice_is_no_fault(enter):
    door = enter("handler")
    keep(door, "1")
    for _ in range(2):
        assert door.change("DELETE", "/unsent/c1/facts").status_code == 204
    assert texts(door) == []


def test_the_oldest_make_room(enter, platform):
    door = enter("handler")
    for number in range(MOST + 2):
        keep(door, str(number), about=f"c{number}")
    kept = texts(door)
    assert len(kept) == MOST
    assert kept[0][2] == str(MOST + 1)
    with platform.reading() as uow:
        assert len(uow.unsent.find()) == MOST


def test_a_text_without_end_is_refused(enter):
    answer = enter("handler").change("PUT", "/unsent/c1/facts", {"text": "x" * 200_001})
    assert answer.status_code == 400
