#include "signal_watcher.h"

#include <array>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace {

// A signal handler may touch nothing else than what is as plain as this.
std::array<int, 2> signalPipe{-1, -1};

void forward(int number)
{
    const auto byte = static_cast<char>(number);
    (void)!::write(signalPipe[1], &byte, 1);
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(signalPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("cannot make a pipe for signals");
    m_notifier = new QSocketNotifier(signalPipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char number = 0;
        while (::read(signalPipe[0], &number, 1) == 1) {
            if (number == SIGHUP)
                Q_EMIT reloadRequested();
            else
                Q_EMIT stopRequested();
        }
    });
    struct sigaction action{};
    action.sa_handler = forward;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaction(number, &action, nullptr);
    (void)std::signal(SIGPIPE, SIG_IGN);
}
