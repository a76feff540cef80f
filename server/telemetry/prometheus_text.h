#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <span>
#include <utility>

namespace gatehouse::telemetry {

/// Writes Prometheus' text format 0.0.4: each family's HELP and TYPE once, then its samples.
class PrometheusText
{
public:
    using Label = std::pair<QByteArrayView, QByteArrayView>;

    static constexpr QByteArrayView kContentType = "text/plain; version=0.0.4; charset=utf-8";

    enum class Type { Counter, Gauge, Histogram };

    /// Begins a family. `name` must be a metric name; counters end in `_total`.
    void family(QByteArrayView name, Type type, QByteArrayView help);
    /// A sample of the current family. `suffix` is for histograms: "_bucket", "_sum", "_count".
    void sample(std::span<const Label> labels, double value, QByteArrayView suffix = {});
    void sample(std::initializer_list<Label> labels, double value, QByteArrayView suffix = {})
    {
        sample(std::span(labels.begin(), labels.size()), value, suffix);
    }

    [[nodiscard]] QByteArray take() { return std::exchange(m_text, {}); }

private:
    QByteArray m_text;
    QByteArray m_family;
};

} // namespace gatehouse::telemetry
