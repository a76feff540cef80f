#pragma once

#include <QByteArrayView>

/// Tells the service manager how the service is doing: the protocol of sd_notify(3), one datagram to $NOTIFY_SOCKET. Does
/// nothing when nobody asked to be told.
namespace service_manager {

void notifyReady();
/// Followed by notifyReady() when done, whether or not the new configuration held.
void notifyReloading();
void notifyStopping();

} // namespace service_manager
