import pytest

from contract_platform.settings import ENTRIES, Settings, SettingsError, load


def test_nothing_set_gives_a_platform_on_loopback_with_sqlite_and_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = load({})
    assert (settings.server.host, settings.server.port) == ("127.0.0.1", 8000)
    assert settings.data_dir == tmp_path / "var"
    assert settings.database_url == f"sqlite:///{tmp_path}/var/platform.db"
    assert settings.objects_url == f"file://{tmp_path}/var/objects"
    assert settings.queue.url == "memory://"
    assert (settings.session.idle_minutes, settings.session.absolute_minutes) == (30, 600)
    assert settings.upload.limit_mb == 100


def test_addresses_that_are_set_do_not_derive_from_the_folder(tmp_path):
    given = {
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": "postgresql+psycopg://db.test/x",
        "OBJECTS_URL": "s3://b?endpoint=e",
    }
    settings = load(given)
    assert settings.data_dir == tmp_path
    assert (settings.database_url, settings.objects_url) == (given["DATABASE_URL"], given["OBJECTS_URL"])


def test_the_environment_wins_over_the_file_and_an_empty_variable_is_not_set(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("[server]\nport = 9000\nhost = '0.0.0.0'\n[session]\nidle_minutes = 5\n", "utf-8")
    settings = load({"SETTINGS_FILE": str(file), "PORT": "9001", "HOST": ""})
    assert (settings.server.port, settings.server.host, settings.session.idle_minutes) == (9001, "0.0.0.0", 5)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "0"),
        ("PORT", "eight"),
        ("UPLOAD_LIMIT_MB", "-1"),
        ("SESSION_IDLE_MINUTES", "1.5"),
        ("DATABASE_URL", "mysql://db.example"),
        ("OBJECTS_URL", "ftp://bucket.example"),
        ("QUEUE_URL", "kafka://queue.example"),
        ("PASSWORD_PROFILE", "none"),
        ("SIGN_IN_ADDRESS_FAILURES", "0"),
        ("OIDC_ISSUER", "http://id.example"),
        ("PUBLIC_URL", "contracts.example"),
    ],
)
def test_a_wrong_value_is_named_in_both_languages_with_what_it_may_be(name, value):
    with pytest.raises(SettingsError) as caught:
        load({name: value})
    entry = next(entry for entry in ENTRIES if entry.name == name)
    for part in (name, entry.zh, entry.en):
        assert part in str(caught.value)


def test_a_wrong_address_is_not_printed_with_its_password():
    with pytest.raises(SettingsError) as caught:
        load({"DATABASE_URL": "mysql://user:geheim@db.test/x"})
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("text", ["[server]\nprot = 1\n", "[sevrer]\nport = 1\n", "port = 1\n", "not toml"])
def test_a_settings_file_with_a_wrong_name_is_refused(tmp_path, text):
    file = tmp_path / "settings.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SettingsError):
        load({"SETTINGS_FILE": str(file)})


def test_a_settings_file_that_is_not_there_is_refused():
    with pytest.raises(SettingsError, match="SETTINGS_FILE"):
        load({"SETTINGS_FILE": "no/such/file.toml"})


def test_every_field_has_a_name_in_the_environment():
    fields = {(concern, field) for concern, part in concerns() for field in part.__struct_fields__}
    assert {(entry.concern, entry.field) for entry in ENTRIES} == fields


def concerns():
    return [(name, getattr(Settings(), name)) for name in Settings.__struct_fields__]
