#pragma once

#include <QApplication>
#include <QThread>

#include <vector>

/// An application that knows how long its windows could not be painted: how long each event took that none was within.
class FrameWatch : public QApplication
{
public:
    /// Milliseconds.
    struct Longest {
        double wall = 0;
        double processor = 0; ///< of the event for which this thread worked longest: what a busy machine does not lengthen
        double wallOfHundredth = 0; ///< one in a hundred of those over a tenth of a millisecond took longer
    };

    using QApplication::QApplication;
    [[nodiscard]] static FrameWatch *instance() { return static_cast<FrameWatch *>(QCoreApplication::instance()); }

    void begin();
    [[nodiscard]] Longest end();

    bool notify(QObject *receiver, QEvent *event) override;

private:
    bool m_watching = false;
    int m_depth = 0;
    std::vector<double> m_walls;
    double m_processor = 0;
};
