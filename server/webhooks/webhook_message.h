#pragma once

#include "audit/entry.h"
#include "core/error.h"
#include "core/secret_bytes.h"

#include <QByteArray>
#include <QByteArrayList>

namespace gatehouse::webhooks {

/// Which entries are sent: names of actions, a beginning with `.*`, or `*` for all.
class EventFilter
{
public:
    /// Fails with Invalid when one names no action.
    [[nodiscard]] static Result<EventFilter> parse(const QByteArrayList &events);
    [[nodiscard]] bool lets(audit::Action action) const;
    bool operator==(const EventFilter &) const = default;

private:
    QByteArrayList m_names;
    QByteArrayList m_beginnings;
};

/// The body that tells of `entry`: one JSON object. `type`, `timestamp` and `data` as Standard Webhooks has them; `action`,
/// `details` and, of a one-time secret, `secret_id` beside them, where a receiver made for Hakanai looks.
[[nodiscard]] QByteArray bodyOf(const audit::Entry &entry);

/// What a delivery of an entry is known by, the same in each attempt.
[[nodiscard]] QByteArray idOf(const audit::Entry &entry);

/// The key that a secret stands for, as Standard Webhooks has it: base64 after `whsec_`, else its bytes. Fails with Invalid.
[[nodiscard]] Result<SecretBytes> signingKeyFrom(const SecretBytes &secret);

/// `v1,…` over identifier, time and body.
[[nodiscard]] QByteArray signatureOf(const SecretBytes &key, const QByteArray &id, const QByteArray &timestamp,
                                     const QByteArray &body);

} // namespace gatehouse::webhooks
