#include "telemetry/logger.h"

#include "telemetry/log_context.h"
#include "telemetry/redaction.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <utility>

namespace gatehouse::telemetry {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcServer, "gatehouse.server")
Q_LOGGING_CATEGORY(lcHttp, "gatehouse.http")
Q_LOGGING_CATEGORY(lcAccess, "gatehouse.access")
Q_LOGGING_CATEGORY(lcAuth, "gatehouse.auth")
Q_LOGGING_CATEGORY(lcLimits, "gatehouse.limits")
Q_LOGGING_CATEGORY(lcHealth, "gatehouse.health")

namespace {

/// Qt's handler is a plain function, so the Logger it writes to can only be found through this.
std::atomic<Logger *> installedLogger = nullptr;

QtMsgType messageTypeOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug: return QtDebugMsg;
    case LogLevel::Info: return QtInfoMsg;
    case LogLevel::Warning: return QtWarningMsg;
    case LogLevel::Error: return QtCriticalMsg;
    }
    Q_UNREACHABLE();
}

LogLevel levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return LogLevel::Debug;
    case QtInfoMsg: return LogLevel::Info;
    case QtWarningMsg: return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg: return LogLevel::Error;
    }
    Q_UNREACHABLE();
}

LogRecord recordOf(const Logger &logger, LogLevel level, QByteArrayView category, QByteArrayView message,
                   std::span<const LogField> fields)
{
    const RequestContext context = LogContext::current();
    return {.time = logger.now(),
            .level = level,
            .category = category,
            .message = message,
            .requestId = context.requestId,
            .traceId = context.traceId,
            .fields = fields};
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (Logger *logger = installedLogger.load(std::memory_order_acquire)) {
        const QByteArray text = message.toUtf8();
        logger->write(recordOf(*logger, levelOf(type), context.category == nullptr ? "default" : context.category, text, {}));
    }
}

bool isCategoryName(QByteArrayView name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    });
}

/// Lines of Qt's filter rules that let `category` speak from `level` on.
QString rulesFor(const QString &category, LogLevel level)
{
    QString rules;
    for (const LogLevel each : {LogLevel::Debug, LogLevel::Info, LogLevel::Warning, LogLevel::Error}) {
        static constexpr const char *kTypes[] = {"debug", "info", "warning", "critical"};
        rules += u"%1.%2=%3\n"_s.arg(category, QLatin1StringView(kTypes[static_cast<int>(each)]),
                                     each >= level ? u"true"_s : u"false"_s);
    }
    return rules;
}

Result<QString> filterRules(LogLevel level, const QByteArrayList &categories)
{
    // Qt's own categories stay quiet below warnings, whatever ours say.
    QString rules = rulesFor(u"*"_s, level) + rulesFor(u"qt.*"_s, std::max(level, LogLevel::Warning));
    for (const QByteArray &entry : categories) {
        const qsizetype sign = entry.indexOf('=');
        const QByteArray name = entry.first(std::max<qsizetype>(sign, 0)).trimmed();
        const std::optional<LogLevel> wanted = logLevelFromText(QByteArrayView(entry).sliced(sign + 1).trimmed());
        if (!isCategoryName(name) || !wanted.has_value())
            return failure(ErrorKind::Invalid, u"\"%1\" is no category=level"_s.arg(QString::fromUtf8(entry.left(80))));
        rules += rulesFor(QString::fromLatin1(name), *wanted) + rulesFor(QString::fromLatin1(name) + u".*"_s, *wanted);
    }
    return rules;
}

} // namespace

void logEvent(const QLoggingCategory &category, LogLevel level, QByteArrayView message, std::initializer_list<LogField> fields)
{
    logEvent(category, level, message, std::span(fields.begin(), fields.size()));
}

void logEvent(const QLoggingCategory &category, LogLevel level, QByteArrayView message, std::span<const LogField> fields)
{
    if (!category.isEnabled(messageTypeOf(level)))
        return;
    if (Logger *logger = installedLogger.load(std::memory_order_acquire))
        logger->write(recordOf(*logger, level, category.categoryName(), message, fields));
    else
        QMessageLogger(nullptr, 0, nullptr, category.categoryName()).info("%s", scrubbed(message).constData());
}

std::optional<LogLevel> logLevelFromText(QByteArrayView text)
{
    static constexpr std::pair<QByteArrayView, LogLevel> kLevels[] = {
        {"debug", LogLevel::Debug}, {"info", LogLevel::Info}, {"warning", LogLevel::Warning}, {"error", LogLevel::Error}};
    for (const auto &[name, level] : kLevels) {
        if (name == text)
            return level;
    }
    return std::nullopt;
}

Result<std::unique_ptr<Logger>> Logger::install(const LoggerOptions &options, const Clock &clock, int descriptor)
{
    std::unique_ptr<Logger> logger(new Logger(options.format, clock, descriptor));
    if (auto applied = logger->setLevels(options.level, options.categories); !applied)
        return std::unexpected(applied.error());
    installedLogger.store(logger.get(), std::memory_order_release);
    logger->m_before = qInstallMessageHandler(handleMessage);
    return logger;
}

Logger::Logger(LogFormat format, const Clock &clock, int descriptor)
    : m_format(format)
    , m_clock(clock)
    , m_sink(descriptor)
{
}

Logger::~Logger()
{
    Logger *self = this;
    if (installedLogger.compare_exchange_strong(self, nullptr))
        qInstallMessageHandler(m_before);
}

Result<void> Logger::setLevels(LogLevel level, const QByteArrayList &categories)
{
    auto rules = filterRules(level, categories);
    if (!rules)
        return std::unexpected(rules.error());
    QLoggingCategory::setFilterRules(*rules);
    return {};
}

void Logger::setListener(Listener listener)
{
    const std::unique_lock lock(m_listening);
    m_listener = std::move(listener);
    m_listened = bool(m_listener);
}

void Logger::write(const LogRecord &record)
{
    m_sink.write(m_format == LogFormat::Json ? jsonLine(record) : textLine(record, m_sink.isTerminal()));
    if (!m_listened.load(std::memory_order_relaxed))
        return;
    const std::shared_lock lock(m_listening);
    if (m_listener)
        m_listener(record);
}

} // namespace gatehouse::telemetry
