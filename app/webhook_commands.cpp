#include "webhook_commands.h"

#include "assembly/command_record.h"
#include "configured_database.h"
#include "storage/statement.h"
#include "webhooks/delivery_queue.h"
#include "webhooks/webhook_commands.h"

#include <memory>

using namespace gatehouse;
using namespace Qt::StringLiterals;

namespace {

Result<quint64> retry(const ConfiguredDatabase &configured)
{
    const auto record = assembly::CommandRecord::open(configured.target.clone());
    if (!record)
        return std::unexpected(record.error());
    if (!*record)
        return failure(ErrorKind::NotFound, u"there is no record yet in "_s + configured.settings.app.dataDir);
    audit::Entry entry;
    entry.action = audit::Action::WebhookRetry;
    quint64 count = 0;
    const auto work = [&count](QSqlDatabase &database) -> Result<std::vector<audit::Fact>> {
        const Result<quint64> retried = webhooks::retryDeadLetters(database);
        if (!retried)
            return std::unexpected(retried.error());
        count = *retried;
        return std::vector{audit::Fact{"count", QByteArray::number(count)}};
    };
    const Result<void> told = (*record)->appendWith(entry, work);
    return told ? Result<quint64>(count) : std::unexpected(told.error());
}

Result<webhooks::WebhookFiles> openWebhookFiles(const QStringList &flags, Terminal &terminal)
{
    auto opened = configuredDatabase(flags, terminal);
    if (!opened)
        return std::unexpected(opened.error());
    auto configured = std::make_shared<const ConfiguredDatabase>(std::move(*opened));
    return webhooks::WebhookFiles{
        .connect = [configured] { return connectToRead(*configured, "webhook_state", u"how far the webhook was told"); },
        .retry = [configured] { return retry(*configured); }};
}

} // namespace

std::vector<Command> webhookCommands()
{
    return webhooks::webhookCommands(openWebhookFiles);
}
