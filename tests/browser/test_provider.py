"""Signing in through an OpenID Connect provider with a browser: there, through its own pages, and back."""

import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PATIENCE, ROOT, missing
from tests.services.openid import running_provider
from tests.web.conftest import seeded
from tests.web.serving import free_port, serving
from tools.install import FRONTEND

__all__ = ["seeded"]

pytestmark = pytest.mark.browser


@pytest.fixture
def address(seeded, tmp_path):
    """A platform that knows a provider."""
    if not (ROOT / "contract_platform" / "web" / "static" / "index.html").exists():
        missing("the pages are not built")
    if not (FRONTEND / "node_modules" / "oidc-provider").exists():
        missing("the packages of the pages are not installed: make install")
    shutil.copytree(seeded, tmp_path / "data")
    secret = tmp_path / "secret"
    secret.write_text("s3cret", "utf-8")
    port = free_port()
    public = f"http://127.0.0.1:{port}"
    with running_provider(tmp_path / "provider.log", f"{public}/login/provider") as provider:
        environment = {
            "PUBLIC_URL": public,
            "OIDC_ISSUER": provider.issuer,
            "OIDC_CLIENT_ID": "platform",
            "OIDC_CLIENT_SECRET_FILE": str(secret),
        }
        with serving(tmp_path / "data", tmp_path / "serve.log", port=port, **environment) as served:
            yield served.address


def go_there(browser, address, account):
    """To the provider and through its form, until the platform is reached again."""
    page = browser.new_context(base_url=address, locale="zh-CN").new_page()
    page.set_default_timeout(PATIENCE)
    page.goto("/login?to=%2Fcontracts")
    page.get_by_role("button", name="统一身份认证登录").click()
    page.locator("input[name=login]").fill(account)
    page.locator("input[name=password]").fill("any")
    page.locator("button[type=submit]").click()
    page.locator("button[type=submit]").click()  # consent
    return page


def test_somebody_known_is_signed_in_and_arrives_where_they_were_going(browser, address):
    page = go_there(browser, address, "handler")
    expect(page.get_by_role("heading", name="合同台账")).to_be_visible()
    page.goto("/account")
    expect(page.get_by_text("统一身份认证", exact=True)).to_be_visible()
    page.context.close()


def test_somebody_unknown_is_told_what_to_do(browser, address):
    page = go_there(browser, address, "newcomer")
    expect(page.get_by_role("alert")).to_contain_text("没有对应的用户，请联系本单位系统管理员")
    page.get_by_role("link", name="返回登录").click()
    expect(page.get_by_label("用户名")).to_be_visible()
    page.context.close()
