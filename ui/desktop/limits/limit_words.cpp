#include "desktop/limits/limit_words.h"

#include <QLocale>

#include <cmath>

namespace gatehouse::desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr double kMinute = 60;
constexpr double kHour = 3600;
constexpr double kDay = 86400;

QString number(double value)
{
    return value >= 100 ? QLocale().toString(value, 'f', 0) : QLocale().toString(value, 'g', 3);
}

} // namespace

QString LimitWords::policyName(const QString &name)
{
    if (name == "general"_L1)
        return tr("Every address");
    if (name == "account"_L1)
        return tr("Every account");
    if (name == "sign_in"_L1)
        return tr("Sign-ins by address");
    if (name == "sign_in_account"_L1)
        return tr("Sign-ins by account");
    if (name == "probe"_L1)
        return tr("Probes and metrics");
    return name;
}

QString LimitWords::purpose(const QString &name)
{
    if (name == "general"_L1)
        return tr("All that one address asks for.");
    if (name == "account"_L1)
        return tr("All that somebody who is signed in asks for.");
    if (name == "sign_in"_L1)
        return tr("Keeps one address from guessing passwords.");
    if (name == "sign_in_account"_L1)
        return tr("Keeps many addresses from guessing one.");
    if (name == "probe"_L1)
        return tr("Apart from the rest, so that a busy caller never looks like a sick server.");
    return {};
}

QString LimitWords::window(double seconds)
{
    if (seconds == 1)
        return tr("a second");
    if (seconds == kMinute)
        return tr("a minute");
    if (seconds == kHour)
        return tr("an hour");
    if (seconds == kDay)
        return tr("a day");
    if (seconds > kHour && std::fmod(seconds, kHour) == 0)
        return tr("in %1 hours").arg(number(seconds / kHour));
    if (seconds > kMinute && std::fmod(seconds, kMinute) == 0)
        return tr("in %1 minutes").arg(number(seconds / kMinute));
    return tr("in %1 s").arg(number(seconds));
}

QString LimitWords::numbers(const client::LimitPolicy &policy)
{
    const QLocale locale;
    return tr("%1 %2, %3 at once", "60 a minute, 30 at once")
        .arg(locale.toString(policy.quota), window(policy.windowSeconds), locale.toString(policy.burst));
}

QString LimitWords::meaning(const client::LimitPolicy &policy)
{
    if (policy.quota <= 0 || policy.windowSeconds <= 0)
        return {};
    const double each = policy.windowSeconds / double(policy.quota);
    const double silence = each * double(policy.burst);
    const QString every =
        each >= 1 ? tr("one request every %1 s").arg(number(each)) : tr("%1 requests a second").arg(number(1 / each));
    return tr("Who asks steadily gets %1. Who was silent for %2 s may send %3 at once.")
        .arg(every, number(silence), QLocale().toString(policy.burst));
}

QString LimitWords::outage(const QString &outage)
{
    if (outage == "local"_L1)
        return tr("Each instance counts for itself");
    if (outage == "refuse"_L1)
        return tr("Refuse (503)");
    if (outage == "allow"_L1)
        return tr("Let everybody through");
    return outage;
}

QString LimitWords::settableName(const QString &name)
{
    return name == "sign_in_account"_L1 ? u"sign_in"_s : name;
}

} // namespace gatehouse::desktop
