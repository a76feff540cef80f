#include "desktop/sharing/sharing_words.h"

#include <QCoreApplication>

namespace gatehouse::desktop {

namespace {

/// For those who translate; a test finds each of them in ui/client.
[[maybe_unused]] constexpr const char *kSaid[]{
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords",
                      "this server wants a token from who sends (HAKANAI_TOKEN or --token-file)"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "the server does not know this token, or it has ended"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "this server takes no secrets"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "this server takes no secrets any more"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "the passphrase is missing or wrong; a few wrong ones end the secret"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "it may not be taken from this address, country or network"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "there is no such secret: it has expired, or the link is wrong"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "it has been taken already; if not by you, tell who sent it"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "the receipt is not valid"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "there is no such secret, or the receipt is not its"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "it is too late: it has been taken, has expired or was burned"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "this server wants a token from who asks"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "that is not allowed here"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords",
                      "there is no such request, or nothing yet: it has expired, or nobody has answered"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "it has been answered or collected already"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "too many requests"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "it is larger than this server takes from you"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "the server's answer makes no sense: is this its address?"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "what the server handed out is nothing that was encrypted"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords",
                      "it was decrypted, but is not what the link is for; nothing of it is shown"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "this is nothing that was encrypted"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "it cannot be decrypted: the key is wrong, or it was altered"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "it was decrypted, but its content is in no form that is known here"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "more than 2 GiB cannot be encrypted at once"),
    QT_TRANSLATE_NOOP("gatehouse::desktop::SharingWords", "the encryption failed"),
};

} // namespace

QString sharingWords(const QString &detail)
{
    return QCoreApplication::translate("gatehouse::desktop::SharingWords", detail.toUtf8().constData());
}

} // namespace gatehouse::desktop
