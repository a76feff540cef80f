#include "telemetry/prometheus_text.h"

#include <cmath>

namespace gatehouse::telemetry {

namespace {

void appendEscaped(QByteArray &text, QByteArrayView value, bool isLabel)
{
    for (const char c : value) {
        if (c == '\\' || (isLabel && c == '"'))
            text.append('\\').append(c);
        else if (c == '\n')
            text.append("\\n");
        else
            text.append(c);
    }
}

QByteArray numberText(double value)
{
    if (std::isnan(value))
        return QByteArrayLiteral("NaN");
    if (std::isinf(value))
        return value > 0 ? QByteArrayLiteral("+Inf") : QByteArrayLiteral("-Inf");
    if (value == std::floor(value) && std::abs(value) < 9e15)
        return QByteArray::number(static_cast<qint64>(value));
    return QByteArray::number(value, 'g', 15);
}

} // namespace

void PrometheusText::family(QByteArrayView name, Type type, QByteArrayView help)
{
    static constexpr QByteArrayView kTypes[] = {"counter", "gauge", "histogram"};
    m_family = name.toByteArray();
    m_text.append("# HELP ").append(m_family).append(' ');
    appendEscaped(m_text, help, false);
    m_text.append("\n# TYPE ").append(m_family).append(' ').append(kTypes[static_cast<int>(type)]).append('\n');
}

void PrometheusText::sample(std::span<const Label> labels, double value, QByteArrayView suffix)
{
    m_text.append(m_family).append(suffix);
    char separator = '{';
    for (const auto &[name, content] : labels) {
        m_text.append(separator).append(name).append("=\"");
        appendEscaped(m_text, content, true);
        m_text.append('"');
        separator = ',';
    }
    m_text.append(labels.empty() ? " " : "} ").append(numberText(value)).append('\n');
}

} // namespace gatehouse::telemetry
