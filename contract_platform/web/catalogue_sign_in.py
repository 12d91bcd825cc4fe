"""Texts about signing in: passwords, locks, second factors, the outside provider."""

from typing import Final

from contract_platform.domain.labels import Words

SIGN_IN: Final[dict[str, Words]] = {
    "sign_in_failed": (
        "用户名或密码不正确，请核对后重试；忘记密码请联系安全管理员重置",
        "User name or password is wrong; check both and try again, or ask a security administrator for a new one",
    ),
    "sign_in_locked": (
        "尝试次数过多，{until} 之前不能登录；请届时再试，急用请联系安全管理员解锁",
        "Too many attempts: no sign-in before {until}; try again then, or ask the security administrator to unlock",
    ),
    "not_signed_in": ("请先登录", "Sign in first"),
    "session_unknown": ("登录已失效，请重新登录", "You are signed out; sign in again"),
    "session_expired": (
        "登录已超时，请重新登录；已填写的内容仍保留",
        "Your session ran out; sign in again, drafts are kept",
    ),
    "session_replaced": (
        "此账号已于 {at} 在另一处（{address}）登录，本处已退出；如非本人操作，请重新登录并立即修改密码",
        "This account signed in elsewhere ({address}) at {at}; if that was not you, sign in and change the password",
    ),
    "session_disabled": (
        "此账号已停用，请联系本单位系统管理员",
        "This account is disabled; ask your system administrator",
    ),
    "session_reset": (
        "安全管理员已重置此账号的登录凭据，请用新密码重新登录",
        "The security administrator has reset this account; sign in again with the new password",
    ),
    # what comes before anything else
    "second_factor_awaited": (
        "请先输入动态验证码或恢复码，完成登录",
        "Finish signing in first: enter a code of your authenticator or a recovery code",
    ),
    "password_change_awaited": (
        "请先修改密码，再办理其他事项",
        "Change your password before anything else",
    ),
    "enrolment_awaited": (
        "管理员须先启用动态验证码，再办理其他事项",
        "Administrators set up an authenticator before anything else",
    ),
    # second factor
    "second_factor_wrong": (
        "验证码不正确或已用过，请等下一个验证码再试，或使用恢复码",
        "The code is wrong or was used already; wait for the next one, or use a recovery code",
    ),
    "second_factor_not_confirmed": (
        "验证码不正确或已用过，操作未执行；请等下一个验证码再试",
        "The code is wrong or was used already and nothing was done; wait for the next one and try again",
    ),
    "enrolment_not_begun": (
        "请先生成二维码并用验证器扫描，再输入验证码",
        "Draw the QR code and scan it with an authenticator first, then enter its code",
    ),
    "enrolment_code_wrong": (
        "验证码不正确；请核对手机时间是否准确，再输入验证器当前显示的 6 位数字",
        "The code is wrong; check that the phone's clock is right and enter the six digits it shows now",
    ),
    "second_factor_required": (
        "管理员账号不能停用动态验证码；更换手机请重新启用",
        "Administrators cannot turn the authenticator off; to change phones, set it up again",
    ),
    # passwords
    "password_not_confirmed": (
        "当前密码不正确，操作未执行；请重新输入",
        "The present password is wrong and nothing was done; enter it again",
    ),
    "confirmation_locked": (
        "尝试次数过多，{until} 之前不能再试；请届时再办理",
        "Too many attempts: nothing more before {until}; try again then",
    ),
    "password_not_accepted": (
        "新密码不符合要求，请按下列各项更换",
        "The new password is not accepted; choose another by the points below",
    ),
    "password_too_short": ("至少 {shortest} 个字符，请加长", "At least {shortest} characters: make it longer"),
    "password_too_plain": (
        "大写字母、小写字母、数字、其他字符中至少要有 {classes} 种，请补充",
        "Mix at least {classes} kinds of capitals, small letters, digits and other signs",
    ),
    "password_holds_username": ("不得包含用户名，请换一个", "It must not hold the user name: choose another"),
    "password_guessable": (
        "由常见词、键盘顺序或重复字符组成，容易被猜到，请换一个",
        "It is made of common words, keyboard runs or repetitions and easily guessed: choose another",
    ),
    "password_reused": (
        "与最近 {history} 个密码之一相同，请换一个",
        "It is one of the last {history} passwords: choose another",
    ),
    "administrators_appointed_already": (
        "已有管理员，其余人员由系统管理员申请、安全管理员批准",
        "There are administrators already: ask them for further accounts",
    ),
    # provider
    "provider_not_configured": (
        "本平台未启用统一身份认证，请用用户名和密码登录",
        "No sign-in provider is set up here; use user name and password",
    ),
    "provider_journey_lost": (
        "统一身份认证的登录过程已失效，请重新发起登录",
        "This sign-in through the provider is no longer valid; begin again",
    ),
    "provider_refused": (
        "统一身份认证没有确认您的身份，请重新登录；仍不成功请改用用户名和密码",
        "The provider did not confirm who you are; try again, or use user name and password",
    ),
    "provider_unreachable": (
        "统一身份认证没有响应，请稍后再试，或改用用户名和密码登录",
        "The provider does not answer; try again later, or use user name and password",
    ),
    "provider_person_unknown": (
        "统一身份认证中的账号在本平台没有对应的用户，请联系本单位系统管理员",
        "Your account at the provider belongs to nobody here; ask your system administrator",
    ),
}
