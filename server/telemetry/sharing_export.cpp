#include "telemetry/sharing_export.h"

namespace gatehouse::telemetry {

namespace {

using Type = PrometheusText::Type;

/// Hakanai's words, as its dashboards select by them.
constexpr QByteArrayView kCreatorNames[SharingTotals::kCreators] = {"anonymous", "authenticated", "whitelisted"};
constexpr QByteArrayView kOutcomeNames[SharingTotals::kOutcomes] = {"handed",        "unknown",          "gone",  "denied",
                                                                    "no_passphrase", "wrong_passphrase", "locked"};

void single(PrometheusText &text, QByteArrayView name, Type type, QByteArrayView help, double value)
{
    text.family(name, type, help);
    text.sample({}, value);
}

void writeHistogram(PrometheusText &text, QByteArrayView creator, const SharingTotals::Histogram &histogram,
                    const std::array<quint64, SharingTotals::kBounds> &bounds)
{
    quint64 cumulative = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        cumulative += histogram.buckets[i];
        text.sample({{"user_type", creator}, {"le", QByteArray::number(bounds[i])}}, double(cumulative), "_bucket");
    }
    cumulative += histogram.buckets.back();
    text.sample({{"user_type", creator}, {"le", "+Inf"}}, double(cumulative), "_bucket");
    text.sample({{"user_type", creator}}, double(histogram.sum), "_sum");
    text.sample({{"user_type", creator}}, double(cumulative), "_count");
}

void writeCreators(PrometheusText &text, const SharingTotals &totals)
{
    text.family("hakanai_secrets_created_total", Type::Counter, "One-time secrets created, by kind of creator.");
    for (std::size_t i = 0; i < totals.creators.size(); ++i)
        text.sample({{"user_type", kCreatorNames[i]}}, double(totals.creators[i].created));
    text.family("hakanai_secret_size_bytes", Type::Histogram, "Size of one-time secrets as they are stored.");
    for (std::size_t i = 0; i < totals.creators.size(); ++i)
        writeHistogram(text, kCreatorNames[i], totals.creators[i].sizes, SharingTotals::kSizeBounds);
    text.family("hakanai_secret_ttl_seconds", Type::Histogram, "How long one-time secrets may wait.");
    for (std::size_t i = 0; i < totals.creators.size(); ++i)
        writeHistogram(text, kCreatorNames[i], totals.creators[i].lifetimes, SharingTotals::kLifetimeBounds);
    text.family("hakanai_secrets_with_restrictions_total", Type::Counter,
                "One-time secrets created with restrictions: 1 addresses, 2 countries, 4 networks, 8 a passphrase, added up.");
    for (std::size_t i = 0; i < totals.creators.size(); ++i) {
        for (std::size_t kinds = 1; kinds < SharingTotals::kRestrictions; ++kinds) {
            if (const quint64 count = totals.creators[i].restricted[kinds]; count > 0)
                text.sample({{"user_type", kCreatorNames[i]}, {"type", QByteArray::number(kinds)}}, double(count));
        }
    }
}

} // namespace

void writeSharing(PrometheusText &text, const SharingTotals &totals)
{
    if (!totals.used)
        return;
    writeCreators(text, totals);
    single(text, "hakanai_secrets_retrieved_total", Type::Counter, "One-time secrets handed out.", double(totals.outcomes[0]));
    single(text, "hakanai_active_secrets", Type::Gauge, "One-time secrets that wait.", double(totals.waiting));
    single(text, "hakanai_expired_secrets", Type::Gauge, "One-time secrets that expired untaken since the start.",
           double(totals.expired));
    single(text, "hakanai_active_tokens", Type::Gauge, "Share tokens that are alive.", double(totals.tokens));
    text.family("gatehouse_sharing_requests_total", Type::Counter, "What those who asked for a one-time secret were told.");
    for (std::size_t i = 0; i < totals.outcomes.size(); ++i)
        text.sample({{"outcome", kOutcomeNames[i]}}, double(totals.outcomes[i]));
    single(text, "gatehouse_sharing_refused_total", Type::Counter, "One-time secrets that were not accepted.",
           double(totals.refusedCreations));
    single(text, "gatehouse_sharing_burned_total", Type::Counter, "One-time secrets ended by their creators.",
           double(totals.burned));
}

} // namespace gatehouse::telemetry
