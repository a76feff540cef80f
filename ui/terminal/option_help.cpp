#include "terminal/option_help.h"

using namespace Qt::StringLiterals;

namespace gatehouse::terminal {

namespace {

using Options = std::vector<OptionHelp>;

const OptionHelp kServer{u"-s, --server URL"_s, u"the server (HAKANAI_SERVER)"_s};
const OptionHelp kTokenFile{u"--token-file FILE"_s, u"holds the token that lets one create (HAKANAI_TOKEN holds it itself)"_s};
const OptionHelp kCaFile{u"--ca-file FILE"_s, u"authorities (PEM) that are trusted besides the system's"_s};
const OptionHelp kQrCode{u"-q, --qr-code"_s, u"also draws the link as a QR code (HAKANAI_QR_CODE)"_s};
const OptionHelp kPassphraseFile{u"--passphrase-file FILE"_s, u"holds the passphrase"_s};

Options operator+(Options options, const Options &more)
{
    options.insert(options.end(), more.begin(), more.end());
    return options;
}

Options input()
{
    return {{u"-f, --file FILE"_s, u"what to send, in place of standard input; several make a ZIP archive"_s},
            {u"-a, --as-file"_s, u"it arrives as a file, also when it is a text"_s},
            {u"--filename NAME"_s, u"the name that it arrives under"_s}};
}

Options output()
{
    return {{u"-f, --filename NAME"_s, u"saves it under this name, a text too"_s},
            {u"-o, --output-dir FOLDER"_s, u"saves it there, and not in the current folder (HAKANAI_OUTPUT_DIR)"_s},
            {u"--to-stdout"_s, u"shows even a file (HAKANAI_TO_STDOUT)"_s},
            {u"-e, --extract"_s, u"unpacks a ZIP archive"_s}};
}

Options ofSend()
{
    return input()
        + Options{
            {u"--ttl TIME"_s, u"how long it waits: 30m, 1h 30m, 7d (HAKANAI_TTL)"_s},
            {u"--separate-key"_s, u"prints the key apart from the link"_s},
            kQrCode,
            {u"--allow-ip CIDR"_s, u"only from this address or range; may be repeated (HAKANAI_ALLOWED_IPS)"_s},
            {u"--allow-country CC"_s, u"only from this country (HAKANAI_ALLOWED_COUNTRIES)"_s},
            {u"--allow-asn N"_s, u"only from this autonomous system (HAKANAI_ALLOWED_ASNS)"_s},
            {u"-p, --require-passphrase"_s, u"only with a passphrase, which it asks for (HAKANAI_REQUIRE_PASSPHRASE holds it)"_s},
            kPassphraseFile,
            {u"--receipt FILE"_s, u"keeps there what gatehouse receipt and gatehouse burn need"_s},
            {u"--json"_s, u"prints the link, and a key apart, as JSON"_s},
            kServer,
            kTokenFile,
            kCaFile};
}

Options ofGet()
{
    return Options{{u"-k, --key KEY"_s, u"the key, for a link without one; others on the machine can see it meanwhile"_s},
                   {u"--ask-key"_s, u"asks for the key, or reads it from standard input"_s},
                   {u"--ask-passphrase"_s,
                    u"asks for the passphrase, or reads it from standard input (HAKANAI_PASSPHRASE holds it)"_s},
                   kPassphraseFile}
    + output() + Options{kCaFile};
}

Options ofToken()
{
    return {{u"-l, --limit SIZE"_s, u"the largest secret that it is good for: 500k, 1.5m"_s},
            {u"--ttl TIME"_s, u"how long it is good (HAKANAI_TOKEN_TTL)"_s},
            {u"--one-time"_s, u"for one secret"_s},
            kServer,
            kCaFile};
}

Options ofRequest()
{
    return {{u"--note TEXT"_s, u"what whoever opens the link reads; the server can read it too"_s},
            {u"--ttl TIME"_s, u"how long it may be answered and collected (HAKANAI_TTL)"_s},
            kQrCode,
            kServer,
            kTokenFile,
            kCaFile};
}

} // namespace

std::vector<OptionHelp> optionHelp(const QString &word)
{
    if (word == u"send")
        return ofSend();
    if (word == u"get")
        return ofGet();
    if (word == u"token")
        return ofToken();
    if (word == u"request")
        return ofRequest();
    if (word == u"answer")
        return input() + Options{kCaFile};
    if (word == u"collect")
        return output() + Options{kCaFile};
    if (word == u"receipt")
        return {{u"--json"_s, u"prints it as JSON"_s}, kCaFile};
    return {kCaFile};
}

} // namespace gatehouse::terminal
