<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>PolicyPreview</name>
    <message>
        <source>%1 to %2</source>
        <comment>between two numbers</comment>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::AdminSession</name>
    <message>
        <source>The username or the password is wrong</source>
        <translation>Der Benutzername oder das Passwort ist falsch</translation>
    </message>
    <message>
        <source>Check both. After several wrong tries the server waits a minute.</source>
        <translation>Prüfen Sie beides. Nach mehreren falschen Versuchen wartet der Server eine Minute.</translation>
    </message>
    <message>
        <source>You were signed out meanwhile</source>
        <translation>Sie wurden inzwischen abgemeldet</translation>
    </message>
    <message>
        <source>The session has ended or was revoked. Sign in again.</source>
        <translation>Die Sitzung ist abgelaufen oder wurde widerrufen. Melden Sie sich erneut an.</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::CertificateProbe</name>
    <message>
        <source>It does not answer.</source>
        <translation>Er antwortet nicht.</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::Trouble</name>
    <message>
        <source>The server does not answer</source>
        <translation>Der Server antwortet nicht</translation>
    </message>
    <message>
        <source>Check that it runs and that this machine reaches it. The console tries again by itself.</source>
        <translation>Prüfen Sie, ob er läuft und von diesem Rechner aus erreichbar ist. Die Konsole versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>This server does not offer it</source>
        <translation>Dieser Server bietet das nicht an</translation>
    </message>
    <message>
        <source>Its version is older than this console, or it was built without this part. Update the server.</source>
        <translation>Seine Version ist älter als diese Konsole, oder er wurde ohne diesen Teil gebaut. Aktualisieren Sie den Server.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Sie sind abgemeldet</translation>
    </message>
    <message>
        <source>The session has ended or was revoked. Sign in again.</source>
        <translation>Die Sitzung ist abgelaufen oder wurde widerrufen. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>Ihre Rolle erlaubt das nicht</translation>
    </message>
    <message>
        <source>Ask an administrator to do it, or to change your role.</source>
        <translation>Bitten Sie einen Administrator, es zu tun oder Ihre Rolle zu ändern.</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>Es ist nicht mehr da</translation>
    </message>
    <message>
        <source>Somebody removed it meanwhile. Refresh to see what is there.</source>
        <translation>Jemand hat es inzwischen entfernt. Aktualisieren Sie, um zu sehen, was da ist.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Der Server hat abgelehnt</translation>
    </message>
    <message>
        <source>It would break a rule, or somebody else has changed it. Refresh and try again.</source>
        <translation>Es würde eine Regel verletzen, oder jemand anderes hat es geändert. Aktualisieren Sie und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Zu viele Anfragen</translation>
    </message>
    <message>
        <source>The server takes the next one in %1 s.</source>
        <translation>Der Server nimmt die nächste in %1 s an.</translation>
    </message>
    <message>
        <source>The server refused what was entered</source>
        <translation>Der Server hat die Eingabe abgelehnt</translation>
    </message>
    <message>
        <source>Check the input.</source>
        <translation>Prüfen Sie die Eingabe.</translation>
    </message>
    <message>
        <source>The server is not ready</source>
        <translation>Der Server ist nicht bereit</translation>
    </message>
    <message>
        <source>The server has failed</source>
        <translation>Im Server ist ein Fehler aufgetreten</translation>
    </message>
    <message>
        <source>It is starting, stopping, or misses something it needs. See its health.</source>
        <translation>Er startet, wird beendet, oder ihm fehlt etwas, das er braucht. Sehen Sie sich seinen Zustand an.</translation>
    </message>
    <message>
        <source>Look into its log for the reference below.</source>
        <translation>Suchen Sie in seinem Protokoll nach der Referenz unten.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AccessPage</name>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>New user…</source>
        <translation>Neuer Benutzer …</translation>
    </message>
    <message>
        <source>Make it: %1</source>
        <translation>Rolle ändern: %1</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Remove the user %1 from %2?</source>
        <translation>Benutzer %1 von %2 entfernen?</translation>
    </message>
    <message>
        <source>Their sessions end at once. What they did stays in the record. This cannot be undone; disabling can.</source>
        <translation>Die Sitzungen enden sofort. Was der Benutzer getan hat, bleibt im Auditprotokoll. Das lässt sich nicht rückgängig machen; eine Sperre schon.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Who may sign in, as what, and where they are signed in; who may send secrets without an account.</source>
        <translation>Wer sich anmelden darf, als was, und wo jemand angemeldet ist; wer ohne Konto Geheimnisse senden darf.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Alerts</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AskCard</name>
    <message>
        <source>Ask for a secret</source>
        <translation>Ein Geheimnis anfordern</translation>
    </message>
    <message>
        <source>How long it can be answered</source>
        <translation>Wie lange es beantwortet werden kann</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>Link erstellen</translation>
    </message>
    <message>
        <source>Whoever has the link can answer, once. Only this console can open the answer.</source>
        <translation>Wer den Link hat, kann einmal antworten. Nur diese Konsole kann die Antwort öffnen.</translation>
    </message>
    <message>
        <source>Link for the answer</source>
        <translation>Link für die Antwort</translation>
    </message>
    <message>
        <source>The password of the mail server</source>
        <translation>Das Passwort des Mailservers</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Was angefordert wird</translation>
    </message>
    <message>
        <source>Make the link to ask</source>
        <translation>Link zum Anfordern erzeugen</translation>
    </message>
    <message>
        <source>What is as&amp;ked for</source>
        <translation>Was an&amp;gefordert wird</translation>
    </message>
    <message>
        <source>Can be &amp;answered for</source>
        <translation>&amp;Beantwortbar für</translation>
    </message>
    <message>
        <source>Send the link to who has the secret. They enter it in a browser, where it is encrypted for this console before it leaves them; they need no account.</source>
        <translation>Senden Sie den Link an die Person, die das Geheimnis hat. Sie gibt es in einem Browser ein, wo es für diese Konsole verschlüsselt wird, bevor es sie verlässt; ein Konto braucht sie nicht.</translation>
    </message>
    <message>
        <source>Copied; it is taken off the clipboard after half a minute.</source>
        <translation>Kopiert; nach einer halben Minute verschwindet es aus der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AskedList</name>
    <message>
        <source>Not answered</source>
        <translation>Nicht beantwortet</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Abgeholt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>A secret</source>
        <translation>Ein Geheimnis</translation>
    </message>
    <message>
        <source>Asked for from here</source>
        <translation>Von hier angefordert</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>What you ask for appears here until you sign out. The key to an answer is only in this window; save it if you close the console before it comes.</source>
        <translation>Was Sie anfordern, erscheint hier, bis Sie sich abmelden. Der Schlüssel zu einer Antwort ist nur in diesem Fenster; speichern Sie ihn, wenn Sie die Konsole vorher schließen.</translation>
    </message>
    <message>
        <source>Asked %1, until %2.</source>
        <translation>Angefordert %1, bis %2.</translation>
    </message>
    <message>
        <source>Save the key to “%1”</source>
        <translation>Schlüssel zu „%1“ speichern</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Abholen</translation>
    </message>
    <message>
        <source>Collect “%1”</source>
        <translation>„%1“ abholen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Attention</name>
    <message>
        <source>%1 does not work</source>
        <translation>%1 funktioniert nicht</translation>
    </message>
    <message>
        <source>%1 is in trouble</source>
        <translation>%1 ist gestört</translation>
    </message>
    <message>
        <source>The server&apos;s last check of it failed.</source>
        <translation>Die letzte Prüfung durch den Server ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>See health</source>
        <translation>Zustand ansehen</translation>
    </message>
    <message>
        <source>See settings</source>
        <translation>Einstellungen ansehen</translation>
    </message>
    <message>
        <source>See limits</source>
        <translation>Limits ansehen</translation>
    </message>
    <message>
        <source>%1 % of requests fail</source>
        <translation>%1 % der Anfragen schlagen fehl</translation>
    </message>
    <message>
        <source>The log says why.</source>
        <translation>Das Protokoll sagt, warum.</translation>
    </message>
    <message>
        <source>See the log</source>
        <translation>Protokoll ansehen</translation>
    </message>
    <message>
        <source>A spent token was used again</source>
        <translation>Ein verbrauchtes Token wurde erneut verwendet</translation>
    </message>
    <message>
        <source>From %1. Somebody may have stolen it; its sessions were ended.</source>
        <translation>Von %1. Vielleicht wurde es gestohlen; seine Sitzungen wurden beendet.</translation>
    </message>
    <message>
        <source>See the record</source>
        <translation>Auditprotokoll ansehen</translation>
    </message>
    <message>
        <source>Sign-ins refused lately: %1</source>
        <translation>Zuletzt abgelehnte Anmeldungen: %1</translation>
    </message>
    <message>
        <source>Somebody may be guessing passwords.</source>
        <translation>Vielleicht rät jemand Passwörter.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditDetail</name>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Close the entry</source>
        <translation>Eintrag schließen</translation>
    </message>
    <message>
        <source>As the server keeps it</source>
        <translation>Wie der Server ihn aufbewahrt</translation>
    </message>
    <message>
        <source>The raw entry</source>
        <translation>Der unverarbeitete Eintrag</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>Nachweisen</translation>
    </message>
    <message>
        <source>Has the server prove that this entry is in the signed record</source>
        <translation>Lässt den Server nachweisen, dass dieser Eintrag im signierten Auditprotokoll steht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>No checkpoint covers this entry yet. The next is signed within a minute; then try again.</source>
        <translation>Noch deckt kein Checkpoint diesen Eintrag ab. Der nächste wird innerhalb einer Minute signiert; versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Proven: these bytes are entry %1 of the %2 that the checkpoint of %3 commits to.</source>
        <translation>Nachgewiesen: Diese Bytes sind Eintrag %1 von %2, für die der Checkpoint von %3 bürgt.</translation>
    </message>
    <message>
        <source>The proof does not hold. Keep a copy of the record and look into it.</source>
        <translation>Der Nachweis ist ungültig. Sichern Sie eine Kopie des Auditprotokolls und gehen Sie dem nach.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditFilterBar</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie es ausging</translation>
    </message>
    <message>
        <source>Search in the record</source>
        <translation>Im Auditprotokoll suchen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>From which address</source>
        <translation>Von welcher Adresse</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Jedes Ergebnis</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Wer es getan hat</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Jeder</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditModel</name>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditPage</name>
    <message>
        <source>Entries of the record</source>
        <translation>Einträge des Auditprotokolls</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Who did what, in a record that nobody can quietly change.</source>
        <translation>Wer was getan hat, in einem Protokoll, das niemand unbemerkt ändern kann.</translation>
    </message>
    <message>
        <source>Check the whole record</source>
        <translation>Das ganze Auditprotokoll prüfen</translation>
    </message>
    <message>
        <source>Export the record…</source>
        <translation>Auditprotokoll exportieren …</translation>
    </message>
    <message>
        <source>Search in the record</source>
        <translation>Im Auditprotokoll suchen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Check record</source>
        <translation>Protokoll prüfen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, in a record that nobody can quietly change.</source>
        <translation>
            <numerusform>%Ln Eintrag in einem Protokoll, das niemand unbemerkt ändern kann.</numerusform>
            <numerusform>%Ln Einträge in einem Protokoll, das niemand unbemerkt ändern kann.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found.</source>
        <translation>
            <numerusform>%Ln Eintrag gefunden.</numerusform>
            <numerusform>%Ln Einträge gefunden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found so far; scroll for more.</source>
        <translation>
            <numerusform>Bisher %Ln Eintrag gefunden; scrollen Sie für mehr.</numerusform>
            <numerusform>Bisher %Ln Einträge gefunden; scrollen Sie für mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No entry of the record is like this.</source>
        <translation>Kein Eintrag im Auditprotokoll passt dazu.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>The first sign-in will be the first entry.</source>
        <translation>Die erste Anmeldung wird der erste Eintrag.</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>Auditprotokoll exportieren</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CertificateStep</name>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbindung zu %1</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Diesem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird hergestellt</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Anderen Server verwenden</translation>
    </message>
    <message>
        <source>Is this %1?</source>
        <translation>Ist das %1?</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for its certificate. Compare the fingerprint with the one its administrator tells you; it is remembered, and asked about again only if it changes.</source>
        <translation>Niemand, dem dieser Computer vertraut, bürgt für das Zertifikat. Vergleichen Sie den Fingerabdruck mit dem, den der Administrator Ihnen nennt; er wird gemerkt, und nur wenn er sich ändert, wird erneut gefragt.</translation>
    </message>
    <message>
        <source>The certificate of %1 has changed</source>
        <translation>Das Zertifikat von %1 hat sich geändert</translation>
    </message>
    <message>
        <source>The new one is vouched for, as after a renewal. If nobody has renewed it, somebody may stand between.</source>
        <translation>Das neue ist beglaubigt, wie nach einer Erneuerung. Wenn es niemand erneuert hat, könnte jemand dazwischen stehen.</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for the new one. Unless its administrator tells you why, somebody stands between you and the server: do not sign in.</source>
        <translation>Niemand, dem dieser Computer vertraut, bürgt für das neue. Wenn der Administrator Ihnen nicht sagt, warum, steht jemand zwischen Ihnen und dem Server: Melden Sie sich nicht an.</translation>
    </message>
    <message>
        <source>Made out to</source>
        <translation>Ausgestellt auf</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>selbst signiert</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 ist nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CommandPalette</name>
    <message>
        <source>Find a page or an action</source>
        <translation>Seite oder Aktion suchen</translation>
    </message>
    <message>
        <source>Pages and actions</source>
        <translation>Seiten und Aktionen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConfirmDialog</name>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Geben Sie zum Fortfahren %1 ein:</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Geben Sie zum Fortfahren %1 ein</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConnectionLabel</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden …</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConsolePages</name>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Verwalten</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CopyOnce</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>The new value</source>
        <translation>Der neue Wert</translation>
    </message>
    <message numerus="yes">
        <source>It leaves the clipboard by itself after %Ln seconds.</source>
        <translation>
            <numerusform>Nach %Ln Sekunde verschwindet es von selbst aus der Zwischenablage.</numerusform>
            <numerusform>Nach %Ln Sekunden verschwindet es von selbst aus der Zwischenablage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>It is off the clipboard again.</source>
        <translation>Es ist nicht mehr in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard in %1 s.</source>
        <translation>Kopiert. In %1 s verschwindet es aus der Zwischenablage.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::DependencyCard</name>
    <message>
        <source>ms to answer</source>
        <translation>ms bis zur Antwort</translation>
    </message>
    <message>
        <source>Last trouble seen at %1. %2</source>
        <translation>Letzte Störung um %1. %2</translation>
    </message>
    <message>
        <source>No trouble seen since this console was opened.</source>
        <translation>Keine Störung, seit diese Konsole geöffnet wurde.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::EventList</name>
    <message>
        <source>%1 from %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::EventWords</name>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>Abmeldung</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Registrierung</translation>
    </message>
    <message>
        <source>Renewal of a session</source>
        <translation>Erneuerung einer Sitzung</translation>
    </message>
    <message>
        <source>Second use of a spent token</source>
        <translation>Zweite Verwendung eines verbrauchten Tokens</translation>
    </message>
    <message>
        <source>Change of a password</source>
        <translation>Änderung eines Passworts</translation>
    </message>
    <message>
        <source>End of a session by somebody</source>
        <translation>Beenden einer Sitzung durch jemanden</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>Change of a user</source>
        <translation>Änderung eines Benutzers</translation>
    </message>
    <message>
        <source>Removal of a user</source>
        <translation>Entfernen eines Benutzers</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <source>Use of a token</source>
        <translation>Verwendung eines Tokens</translation>
    </message>
    <message>
        <source>Revocation of a token</source>
        <translation>Widerruf eines Tokens</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Neuer Agent</translation>
    </message>
    <message>
        <source>Change of an agent</source>
        <translation>Änderung eines Agenten</translation>
    </message>
    <message>
        <source>Revocation of an agent</source>
        <translation>Widerruf eines Agenten</translation>
    </message>
    <message>
        <source>Agent&apos;s request</source>
        <translation>Anfrage eines Agenten</translation>
    </message>
    <message>
        <source>New one-time secret</source>
        <translation>Neues Einmal-Geheimnis</translation>
    </message>
    <message>
        <source>Opening of a one-time secret</source>
        <translation>Öffnen eines Einmal-Geheimnisses</translation>
    </message>
    <message>
        <source>One-time secret expired</source>
        <translation>Einmal-Geheimnis abgelaufen</translation>
    </message>
    <message>
        <source>New value of a secret</source>
        <translation>Neuer Wert eines Geheimnisses</translation>
    </message>
    <message>
        <source>Generation of a secret</source>
        <translation>Erzeugen eines Geheimnisses</translation>
    </message>
    <message>
        <source>Rotation of a secret</source>
        <translation>Rotation eines Geheimnisses</translation>
    </message>
    <message>
        <source>Export of secrets</source>
        <translation>Export von Geheimnissen</translation>
    </message>
    <message>
        <source>Signing key created</source>
        <translation>Signaturschlüssel erstellt</translation>
    </message>
    <message>
        <source>Signing key in use</source>
        <translation>Signaturschlüssel im Einsatz</translation>
    </message>
    <message>
        <source>Signing key retired</source>
        <translation>Signaturschlüssel ausgemustert</translation>
    </message>
    <message>
        <source>Caller over a limit</source>
        <translation>Aufrufer über einem Limit</translation>
    </message>
    <message>
        <source>Change of a limit</source>
        <translation>Änderung eines Limits</translation>
    </message>
    <message>
        <source>Reset of a limit</source>
        <translation>Zurücksetzen eines Limits</translation>
    </message>
    <message>
        <source>Reload of the settings</source>
        <translation>Neuladen der Einstellungen</translation>
    </message>
    <message>
        <source>Change of the settings</source>
        <translation>Änderung der Einstellungen</translation>
    </message>
    <message>
        <source>Server started</source>
        <translation>Server gestartet</translation>
    </message>
    <message>
        <source>Server stopping</source>
        <translation>Server wird beendet</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>Server beendet</translation>
    </message>
    <message>
        <source>Dependency in trouble</source>
        <translation>Abhängigkeit gestört</translation>
    </message>
    <message>
        <source>Dependency recovered</source>
        <translation>Abhängigkeit wieder in Ordnung</translation>
    </message>
    <message>
        <source>Entries were lost</source>
        <translation>Einträge gingen verloren</translation>
    </message>
    <message>
        <source>Export of the record</source>
        <translation>Export des Auditprotokolls</translation>
    </message>
    <message>
        <source>Old entries removed</source>
        <translation>Alte Einträge entfernt</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Der Server</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1, at the command line</source>
        <translation>%1, auf der Kommandozeile</translation>
    </message>
    <message>
        <source>Request of somebody who may not</source>
        <translation>Unberechtigte Anfrage</translation>
    </message>
    <message>
        <source>Burning of a one-time secret</source>
        <translation>Vernichten eines Einmal-Geheimnisses</translation>
    </message>
    <message>
        <source>Request for a one-time secret</source>
        <translation>Bitte um ein Einmal-Geheimnis</translation>
    </message>
    <message>
        <source>Answer to a request for a secret</source>
        <translation>Antwort auf eine Bitte um ein Geheimnis</translation>
    </message>
    <message>
        <source>Collection of an answer</source>
        <translation>Abholen einer Antwort</translation>
    </message>
    <message>
        <source>Signing key only verifies</source>
        <translation>Signaturschlüssel prüft nur noch</translation>
    </message>
    <message>
        <source>Webhook tried again</source>
        <translation>Webhook erneut versucht</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ExemptionList</name>
    <message>
        <source>Never limited</source>
        <translation>Nie begrenzt</translation>
    </message>
    <message>
        <source>Nobody: every address is under the limits.</source>
        <translation>Niemand: Die Limits gelten für jede Adresse.</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>Adresse oder Bereich</translation>
    </message>
    <message>
        <source>Address or range that is never limited</source>
        <translation>Adresse oder Bereich ohne Begrenzung</translation>
    </message>
    <message>
        <source>Never limit this address</source>
        <translation>Diese Adresse nie begrenzen</translation>
    </message>
    <message>
        <source>Limit %1 again</source>
        <translation>%1 wieder begrenzen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ExportDialog</name>
    <message>
        <source>Export the names of secrets</source>
        <translation>Namen der Geheimnisse exportieren</translation>
    </message>
    <message>
        <source>A .env file</source>
        <translation>Eine .env-Datei</translation>
    </message>
    <message>
        <source>Docker secrets, for Compose</source>
        <translation>Docker-Secrets, für Compose</translation>
    </message>
    <message>
        <source>Kubernetes Secret</source>
        <translation>Kubernetes-Secret</translation>
    </message>
    <message>
        <source>Kubernetes ExternalSecret</source>
        <translation>Kubernetes-ExternalSecret</translation>
    </message>
    <message>
        <source>systemd credentials</source>
        <translation>systemd-Credentials</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Die Datei</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>No server gives values away, so this has places for them. With values, on the server&apos;s own machine:</source>
        <translation>Kein Server gibt Werte heraus, daher sind hier Plätze dafür. Mit Werten, auf dem Rechner des Servers:</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>In %1 geschrieben</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What the server needs, how fast it answers, and what goes without it.</source>
        <translation>Was der Server braucht, wie schnell es antwortet und was ohne es ausfällt.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::HealthWords</name>
    <message>
        <source>Works</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>Ausgefallen</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Audit record</source>
        <translation>Auditprotokoll</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Without it nobody signs in and nothing is administered; tokens that were given out go on working.</source>
        <translation>Ohne sie meldet sich niemand an und nichts wird verwaltet; ausgegebene Token gelten weiter.</translation>
    </message>
    <message>
        <source>Without it no administrative act happens, as none may go unrecorded.</source>
        <translation>Ohne es geschieht nichts Administratives, da nichts davon unprotokolliert bleiben darf.</translation>
    </message>
    <message>
        <source>Without it each instance counts limits by itself, or refuses, as its policy says.</source>
        <translation>Ohne es zählt jede Instanz die Limits für sich oder lehnt ab, wie es die Regel sagt.</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <comment>minutes</comment>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>h</translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>after the number</comment>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>One-time secrets</source>
        <translation>Einmal-Geheimnisse</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Without it no one-time secret is taken in or handed out.</source>
        <translation>Ohne sie wird kein Einmal-Geheimnis angenommen oder herausgegeben.</translation>
    </message>
    <message>
        <source>Without it events wait here, and are told later.</source>
        <translation>Ohne ihn warten Ereignisse hier und werden später gemeldet.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ImportDialog</name>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import from a .env file</source>
        <translation>Aus einer .env-Datei importieren</translation>
    </message>
    <message>
        <source>Secrets in the file</source>
        <translation>Geheimnisse in der Datei</translation>
    </message>
    <message>
        <source>Choose a file of lines like NAME=value. Only names that this server knows are taken; values go to the server and are not shown.</source>
        <translation>Wählen Sie eine Datei mit Zeilen wie NAME=Wert. Nur Namen, die dieser Server kennt, werden übernommen; die Werte gehen an den Server und werden nicht angezeigt.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB.</source>
        <translation>%1 ist größer als 1 MiB.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>The file cannot be taken:</source>
        <translation>Die Datei kann nicht übernommen werden:</translation>
    </message>
    <message>
        <source>%1 – in place of the one from: %2</source>
        <translation>%1 – anstelle des Werts aus: %2</translation>
    </message>
    <message>
        <source>There is no secret of this server in the file.</source>
        <translation>In der Datei ist kein Geheimnis dieses Servers.</translation>
    </message>
    <message>
        <source>All of the file is known here.</source>
        <translation>Alles in der Datei ist hier bekannt.</translation>
    </message>
    <message>
        <source>Left alone, as no secret of this server, twice, or without a value: %1</source>
        <translation>Ausgelassen, da kein Geheimnis dieses Servers, doppelt oder ohne Wert: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>All of it is taken over.</source>
        <translation>Alles wurde übernommen.</translation>
    </message>
    <message>
        <source>Some could not be taken over; the list says why.</source>
        <translation>Einige ließen sich nicht übernehmen; die Liste sagt, warum.</translation>
    </message>
    <message>
        <source>Taking over %1…</source>
        <translation>%1 wird übernommen …</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::KeyTimeline</name>
    <message>
        <source>Lives of the signing keys</source>
        <translation>Lebenszeiten der Signaturschlüssel</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Signiert</translation>
    </message>
    <message>
        <source>Still verifies</source>
        <translation>Prüft noch</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>from the next rotation on</source>
        <translation>ab der nächsten Rotation</translation>
    </message>
    <message>
        <source>%1 …%2 %3.</source>
        <comment>Signs …3f9a since 11:30.</comment>
        <translation>%1 …%2 %3.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LanguageBox</name>
    <message>
        <source>As the system does</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language of the console</source>
        <translation>Sprache der Konsole</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LatencyLine</name>
    <message>
        <source>Latency: %1 ms now, %2 ms at most</source>
        <translation>Latenz: jetzt %1 ms, höchstens %2 ms</translation>
    </message>
    <message>
        <source>at most %1 ms</source>
        <translation>höchstens %1 ms</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LifeChoice</name>
    <message>
        <source>10 minutes</source>
        <translation>10 Minuten</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>Eine Stunde</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 Tage</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LimitWords</name>
    <message>
        <source>Every address</source>
        <translation>Jede Adresse</translation>
    </message>
    <message>
        <source>Every account</source>
        <translation>Jedes Konto</translation>
    </message>
    <message>
        <source>Sign-ins by address</source>
        <translation>Anmeldungen je Adresse</translation>
    </message>
    <message>
        <source>Sign-ins by account</source>
        <translation>Anmeldungen je Konto</translation>
    </message>
    <message>
        <source>Probes and metrics</source>
        <translation>Sonden und Metriken</translation>
    </message>
    <message>
        <source>All that one address asks for.</source>
        <translation>Alles, was eine Adresse anfragt.</translation>
    </message>
    <message>
        <source>All that somebody who is signed in asks for.</source>
        <translation>Alles, was jemand anfragt, der angemeldet ist.</translation>
    </message>
    <message>
        <source>Keeps one address from guessing passwords.</source>
        <translation>Hindert eine Adresse daran, Passwörter zu raten.</translation>
    </message>
    <message>
        <source>Keeps many addresses from guessing one.</source>
        <translation>Hindert viele Adressen daran, ein einzelnes zu raten.</translation>
    </message>
    <message>
        <source>Apart from the rest, so that a busy caller never looks like a sick server.</source>
        <translation>Getrennt vom Übrigen, damit ein eifriger Aufrufer nie wie ein kranker Server aussieht.</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <source>in %1 hours</source>
        <translation>in %1 h</translation>
    </message>
    <message>
        <source>in %1 minutes</source>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>%1 %2, %3 at once</source>
        <comment>60 a minute, 30 at once</comment>
        <translation>%1 %2, %3 auf einmal</translation>
    </message>
    <message>
        <source>one request every %1 s</source>
        <translation>eine Anfrage alle %1 s</translation>
    </message>
    <message>
        <source>%1 requests a second</source>
        <translation>%1 Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Who asks steadily gets %1. Who was silent for %2 s may send %3 at once.</source>
        <translation>Wer stetig anfragt, bekommt %1. Wer %2 s lang still war, darf %3 auf einmal senden.</translation>
    </message>
    <message>
        <source>Each instance counts for itself</source>
        <translation>Jede Instanz zählt für sich</translation>
    </message>
    <message>
        <source>Refuse (503)</source>
        <translation>Ablehnen (503)</translation>
    </message>
    <message>
        <source>Let everybody through</source>
        <translation>Alle durchlassen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LimitsPage</name>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>How much each caller may ask for. What is changed here holds from the next request on.</source>
        <translation>Wie viel jeder Aufrufer anfragen darf. Was hier geändert wird, gilt ab der nächsten Anfrage.</translation>
    </message>
    <message>
        <source>Turn all limits off…</source>
        <translation>Alle Limits ausschalten …</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Ausschalten …</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Turn the limits on</source>
        <translation>Limits einschalten</translation>
    </message>
    <message>
        <source>The limit “%1” was changed.</source>
        <translation>Das Limit „%1“ wurde geändert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The limit “%1” is as it was.</source>
        <translation>Das Limit „%1“ ist wie zuvor.</translation>
    </message>
    <message>
        <source>Who is never limited was changed.</source>
        <translation>Wer nie begrenzt wird, wurde geändert.</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>Es ist wie zuvor.</translation>
    </message>
    <message>
        <source>%1 has everything back.</source>
        <translation>%1 hat wieder alles frei.</translation>
    </message>
    <message>
        <source>The limits hold again.</source>
        <translation>Die Limits gelten wieder.</translation>
    </message>
    <message>
        <source>Turn off all limits of %1?</source>
        <translation>Alle Limits von %1 ausschalten?</translation>
    </message>
    <message>
        <source>Anybody may then ask for as much as they like, and guess passwords as fast as the server answers. It stays so until you turn them on again.</source>
        <translation>Dann darf jeder anfragen, so viel er will, und Passwörter so schnell raten, wie der Server antwortet. Das bleibt so, bis Sie die Limits wieder einschalten.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Nobody is limited any more.</source>
        <translation>Niemand wird mehr begrenzt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LinkBox</name>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LoadLine</name>
    <message>
        <source>%1 a second let through, %2 a second refused</source>
        <translation>%1 pro Sekunde durchgelassen, %2 pro Sekunde abgelehnt</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LocalSetupStep</name>
    <message>
        <source>Set up your server</source>
        <translation>Richten Sie Ihren Server ein</translation>
    </message>
    <message>
        <source>Return takes what is proposed. All of it can be changed later.</source>
        <translation>Die Eingabetaste übernimmt die Vorschläge. Alles lässt sich später ändern.</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>Verbindung &amp;testen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Use the &amp;keychain of this system</source>
        <translation>Den &amp;Schlüsselbund dieses Systems nutzen</translation>
    </message>
    <message>
        <source>It keeps the passwords of the server, and what its keys are sealed with. Without it, whoever can read the data folder has the keys.</source>
        <translation>Er bewahrt die Passwörter des Servers auf und das, womit seine Schlüssel versiegelt sind. Ohne ihn hat die Schlüssel, wer den Datenordner lesen kann.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Auswählen: %1</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Daten</translation>
    </message>
    <message>
        <source>Folder of the server&apos;s data</source>
        <translation>Ordner der Daten des Servers</translation>
    </message>
    <message>
        <source>Count limits in a &amp;Redis</source>
        <translation>Limits in einem &amp;Redis zählen</translation>
    </message>
    <message>
        <source>So that several servers count together, and a restart forgets nothing.</source>
        <translation>Damit mehrere Server gemeinsam zählen und ein Neustart nichts vergisst.</translation>
    </message>
    <message>
        <source>Address of Redis</source>
        <translation>Adresse des Redis</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Adr&amp;esse</translation>
    </message>
    <message>
        <source>Speak T&amp;LS</source>
        <translation>T&amp;LS sprechen</translation>
    </message>
    <message>
        <source>With a certificate of your own. Only this computer can reach the server, so it also does without.</source>
        <translation>Mit einem eigenen Zertifikat. Nur dieser Computer erreicht den Server, daher geht es auch ohne.</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>&amp;Zertifikat</translation>
    </message>
    <message>
        <source>File of the certificate and its chain</source>
        <translation>Datei des Zertifikats mit seiner Kette</translation>
    </message>
    <message>
        <source>Its ke&amp;y</source>
        <translation>Sein Schl&amp;üssel</translation>
    </message>
    <message>
        <source>File of the certificate&apos;s key</source>
        <translation>Datei des Schlüssels zum Zertifikat</translation>
    </message>
    <message>
        <source>Trying it out</source>
        <translation>Wird ausprobiert</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Anderen Server verwenden</translation>
    </message>
    <message>
        <source>Without a keychain there is no safe place for its address: start this program with the variable REDIS_URL instead.</source>
        <translation>Ohne Schlüsselbund gibt es keinen sicheren Ort für seine Adresse: Starten Sie dieses Programm stattdessen mit der Variablen REDIS_URL.</translation>
    </message>
    <message>
        <source>Enter the address of the Redis, or leave it out.</source>
        <translation>Geben Sie die Adresse des Redis ein, oder lassen Sie ihn weg.</translation>
    </message>
    <message>
        <source>Choose the files of the certificate and of its key, or leave them out.</source>
        <translation>Wählen Sie die Dateien des Zertifikats und seines Schlüssels, oder lassen Sie beides weg.</translation>
    </message>
    <message>
        <source>Is Redis running there, may this computer reach it, and are user and password right? With TLS the address begins with rediss://.</source>
        <translation>Läuft Redis dort, darf dieser Computer es erreichen, und stimmen Benutzer und Passwort? Mit TLS beginnt die Adresse mit rediss://.</translation>
    </message>
    <message>
        <source>It answers: %1</source>
        <translation>Es antwortet: %1</translation>
    </message>
    <message>
        <source>It cannot be used here (%1). Return goes on without it.</source>
        <translation>Er lässt sich hier nicht nutzen (%1). Mit der Eingabetaste geht es ohne ihn weiter.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Nobody was here for a while. You are still signed in as %1.</source>
        <translation>Eine Weile war niemand hier. Sie sind noch als %1 angemeldet.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Password to unlock</source>
        <translation>Passwort zum Entsperren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Das Passwort ist falsch.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogDetail</name>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Close the line</source>
        <translation>Zeile schließen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Same request</source>
        <translation>Selbe Anfrage</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogFilterBar</name>
    <message>
        <source>Search in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation>Information und schlimmer</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>Warnungen und schlimmer</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Wie schlimm</translation>
    </message>
    <message>
        <source>Every part</source>
        <translation>Jeder Teil</translation>
    </message>
    <message>
        <source>Part of the server</source>
        <translation>Teil des Servers</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogsPage</name>
    <message>
        <source>Lines of the log</source>
        <translation>Zeilen des Protokolls</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>What the server writes down, as it does; secrets are masked.</source>
        <translation>Was der Server aufschreibt, im selben Augenblick; Geheimnisse sind unkenntlich.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Pause or follow the log</source>
        <translation>Protokoll anhalten oder verfolgen</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>Im Protokoll suchen</translation>
    </message>
    <message>
        <source>Clear what is shown</source>
        <translation>Anzeige leeren</translation>
    </message>
    <message>
        <source>Save what is shown…</source>
        <translation>Anzeige speichern …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Follow the log</source>
        <translation>Protokoll verfolgen</translation>
    </message>
    <message>
        <source>Pause the log</source>
        <translation>Protokoll anhalten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Paused. New lines that wait: %1</source>
        <translation>Angehalten. Neue Zeilen, die warten: %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No line of the log is like this.</source>
        <translation>Keine Zeile des Protokolls passt dazu.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Nothing has been written yet</source>
        <translation>Noch wurde nichts geschrieben</translation>
    </message>
    <message>
        <source>Lines appear here as the server writes them, from the moment this page was opened.</source>
        <translation>Hier erscheinen Zeilen, sobald der Server sie schreibt, ab dem Öffnen dieser Seite.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>In %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewTokenDialog</name>
    <message>
        <source>Good for &amp;one secret only</source>
        <translation>Nur für &amp;ein Geheimnis gültig</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>New share token</source>
        <translation>Neues Share-Token</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Ein Tag</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Eine Woche</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Ein Jahr</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>Wie lange das Token gilt</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> KiB</translation>
    </message>
    <message>
        <source>As the server allows</source>
        <translation>Wie der Server erlaubt</translation>
    </message>
    <message>
        <source>Largest secret</source>
        <translation>Größtes Geheimnis</translation>
    </message>
    <message>
        <source>Lets whoever has it create one-time secrets, without an account.</source>
        <translation>Wer es hat, kann ohne Konto Einmal-Geheimnisse erstellen.</translation>
    </message>
    <message>
        <source>&amp;Good for</source>
        <translation>&amp;Gültig für</translation>
    </message>
    <message>
        <source>&amp;Largest secret</source>
        <translation>G&amp;rößtes Geheimnis</translation>
    </message>
    <message>
        <source>This is the token. It is shown this once; the server keeps only its hash.</source>
        <translation>Dies ist das Token. Es wird nur dieses eine Mal gezeigt; der Server bewahrt nur seinen Hash auf.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewUserDialog</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Neuer Benutzer</translation>
    </message>
    <message>
        <source>Letters, digits and underscores</source>
        <translation>Buchstaben, Ziffern und Unterstriche</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rolle</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The password was made just now. Copy it and hand it over as a one-time secret; nobody can read it here later.</source>
        <translation>Das Passwort wurde eben erzeugt. Kopieren Sie es und übergeben Sie es als Einmal-Geheimnis; hier kann es später niemand mehr lesen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewValueDialog</name>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>Neu erzeugen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>%1 setzen</translation>
    </message>
    <message>
        <source>Make another %1</source>
        <translation>%1 neu erzeugen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Sent to the server and never shown again</source>
        <translation>Geht an den Server und wird nie wieder gezeigt</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>&amp;The server makes it, and nobody is shown</source>
        <translation>&amp;Der Server erzeugt es, und niemand bekommt es zu sehen</translation>
    </message>
    <message>
        <source>&amp;Show it to me this once, to hand it on</source>
        <translation>&amp;Mir dieses eine Mal zeigen, zum Weitergeben</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Wo es aufbewahrt wird</translation>
    </message>
    <message>
        <source>&amp;Kept in</source>
        <translation>&amp;Aufbewahrt in</translation>
    </message>
    <message>
        <source>It signs at once. What was signed before stays good for %1, so nobody is signed out.</source>
        <translation>Er signiert ab sofort. Was vorher signiert wurde, gilt noch %1, sodass niemand abgemeldet wird.</translation>
    </message>
    <message>
        <source>The one before ends. Whoever has it needs the new one.</source>
        <translation>Der bisherige Wert gilt nicht mehr. Wer ihn hat, braucht den neuen.</translation>
    </message>
    <message>
        <source>It goes to the server and is never shown again.</source>
        <translation>Der Wert geht an den Server und wird nie wieder angezeigt.</translation>
    </message>
    <message>
        <source>It %1.</source>
        <translation>Der Server sagt: %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>two sentences, of which the second has its full stop</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NoticeBar</name>
    <message>
        <source>Close the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>95 of 100 requests of the last moments were answered within this time.</source>
        <translation>95 von 100 Anfragen der letzten Augenblicke wurden innerhalb dieser Zeit beantwortet.</translation>
    </message>
    <message>
        <source>Requests over a rate limit, which were answered with 429.</source>
        <translation>Anfragen über einem Limit, die mit 429 beantwortet wurden.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Abhängigkeiten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Version %1, running for %2 %3, %4.</source>
        <comment>3.1, running for 5 hours, for production</comment>
        <translation>Version %1, läuft seit %2 %3, %4.</translation>
    </message>
    <message>
        <source>for production</source>
        <translation>für den Betrieb</translation>
    </message>
    <message>
        <source>for development</source>
        <translation>für die Entwicklung</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>open connections: %1</source>
        <translation>offene Verbindungen: %1</translation>
    </message>
    <message>
        <source>ms (p95)</source>
        <translation>ms (p95)</translation>
    </message>
    <message>
        <source>p50 %1 · p99 %2 ms</source>
        <translation>p50 %1 · p99 %2 ms</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>of the requests fail</source>
        <translation>der Anfragen schlagen fehl</translation>
    </message>
    <message>
        <source>over a limit</source>
        <translation>über einem Limit</translation>
    </message>
    <message>
        <source>users: %1</source>
        <translation>Benutzer: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message>
        <source>Nothing at the moment</source>
        <translation>Im Moment nichts</translation>
    </message>
    <message>
        <source>Everything the server needs works, and nobody is being refused unusually often.</source>
        <translation>Alles, was der Server braucht, funktioniert, und niemand wird ungewöhnlich oft abgelehnt.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyCard</name>
    <message>
        <source>Change the limit “%1”</source>
        <translation>Limit „%1“ ändern</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Only counts</source>
        <translation>Zählt nur</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>%1/s let through · would have refused %2</source>
        <translation>%1/s durchgelassen · hätte %2 abgelehnt</translation>
    </message>
    <message>
        <source>%1/s let through · refused %2 so far</source>
        <translation>%1/s durchgelassen · bisher %2 abgelehnt</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyDialog</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>In a time of</source>
        <translation>In der Zeit von</translation>
    </message>
    <message>
        <source>As many as in the whole time</source>
        <translation>So viele wie in der ganzen Zeit</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Anfragen auf einmal</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Limit: %1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>Einheit der Zeit</translation>
    </message>
    <message>
        <source>Refuse it (429)</source>
        <translation>Ablehnen (429)</translation>
    </message>
    <message>
        <source>Only count it (shadow mode)</source>
        <translation>Nur zählen (Schattenmodus)</translation>
    </message>
    <message>
        <source>What is over the limit</source>
        <translation>Was über dem Limit ist</translation>
    </message>
    <message>
        <source>While Redis is away</source>
        <translation>Solange Redis fehlt</translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation>&amp;Anfragen</translation>
    </message>
    <message>
        <source>&amp;In a time of</source>
        <translation>&amp;In der Zeit von</translation>
    </message>
    <message>
        <source>At &amp;once</source>
        <translation>Auf &amp;einmal</translation>
    </message>
    <message>
        <source>What is o&amp;ver it</source>
        <translation>Was &amp;darüber ist</translation>
    </message>
    <message>
        <source>While Redis is &amp;away</source>
        <translation>Solange Redis &amp;fehlt</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>Wie konfiguriert</translation>
    </message>
    <message>
        <source>Takes back what was changed here: what the configuration file or the environment says holds again.</source>
        <translation>Nimmt zurück, was hier geändert wurde: Es gilt wieder, was Konfigurationsdatei oder Umgebung sagen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>The longest time is 24 hours.</source>
        <translation>Die längste Zeit ist 24 Stunden.</translation>
    </message>
    <message>
        <source>Nothing changes yet.</source>
        <translation>Noch ändert sich nichts.</translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <translation>%1  →  %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyPreview</name>
    <message>
        <source>In the last hour</source>
        <translation>In der letzten Stunde</translation>
    </message>
    <message>
        <source>In the last %1 min</source>
        <translation>In den letzten %1 min</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>These numbers cannot be tried.</source>
        <translation>Diese Werte lassen sich nicht ausprobieren.</translation>
    </message>
    <message>
        <source>Trying it on the last hour…</source>
        <translation>Wird an der letzten Stunde ausprobiert…</translation>
    </message>
    <message>
        <source>Nobody came in the last hour: there is nothing to try it on.</source>
        <translation>In der letzten Stunde kam niemand: Es gibt nichts, woran man es ausprobieren könnte.</translation>
    </message>
    <message>
        <source>It would have refused more than now.</source>
        <translation>Es hätte mehr abgelehnt als jetzt.</translation>
    </message>
    <message>
        <source>It would have refused nobody.</source>
        <translation>Es hätte niemanden abgelehnt.</translation>
    </message>
    <message>
        <source>It would have refused less than now.</source>
        <translation>Es hätte weniger abgelehnt als jetzt.</translation>
    </message>
    <message>
        <source>It refuses nobody, as now.</source>
        <translation>Es lehnt niemanden ab, wie jetzt.</translation>
    </message>
    <message>
        <source>It would have refused as many as now.</source>
        <translation>Es hätte so viele abgelehnt wie jetzt.</translation>
    </message>
    <message>
        <source>In shadow mode they are only counted, and let through.</source>
        <translation>Im Schattenmodus werden sie nur gezählt und durchgelassen.</translation>
    </message>
    <message>
        <source>Requests are remembered by ten seconds, so the truth lies between the two numbers.</source>
        <translation>Anfragen werden in Abschnitten von zehn Sekunden behalten; die Wahrheit liegt also zwischen den beiden Zahlen.</translation>
    </message>
    <message>
        <source>Not in it, for want of room: requests %1.</source>
        <translation>Aus Platzmangel nicht enthalten: Anfragen %1.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Eingegangen</translation>
    </message>
    <message>
        <source>Refused as it is now</source>
        <translation>Abgelehnt, wie es jetzt ist</translation>
    </message>
    <message>
        <source>Refused with these numbers</source>
        <translation>Abgelehnt mit diesen Werten</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PreferencesPanel</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>As the &amp;system does</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the console</source>
        <translation>Sprache der &amp;Konsole</translation>
    </message>
    <message>
        <source>Of its texts, dates and numbers. What the server says stays in English, and a page with something entered changes when that is done.</source>
        <translation>Für Texte, Datum und Zahlen. Was der Server sagt, bleibt englisch, und eine Seite mit Eingaben wechselt, sobald diese erledigt sind.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Closing the window leaves Gatehouse in the &amp;tray</source>
        <translation>Beim Schließen des Fensters bleibt Gatehouse im Sys&amp;temabschnitt</translation>
    </message>
    <message>
        <source>The server in this program goes on running; the icon brings the window back, or ends both.</source>
        <translation>Der Server in diesem Programm läuft weiter; das Symbol holt das Fenster zurück oder beendet beides.</translation>
    </message>
    <message>
        <source>This desktop shows no tray, so closing the window ends the program.</source>
        <translation>Diese Arbeitsumgebung hat keinen Systemabschnitt, daher beendet das Schließen des Fensters das Programm.</translation>
    </message>
    <message>
        <source>&amp;Notify me of what needs attention</source>
        <translation>Bei Wichtigem &amp;benachrichtigen</translation>
    </message>
    <message>
        <source>While the window does not show: a server that is lost, a dependency that fails.</source>
        <translation>Solange das Fenster nicht zu sehen ist: ein Server, der nicht mehr antwortet, eine Abhängigkeit, die ausfällt.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln minutes</source>
        <translation>
            <numerusform>Nach %Ln Minute</numerusform>
            <numerusform>Nach %Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>Konsole sperren</translation>
    </message>
    <message>
        <source>Lock the &amp;console</source>
        <translation>Konsole s&amp;perren</translation>
    </message>
    <message>
        <source>Without a key or a move of the mouse for so long, the pages are covered and the password is asked for.</source>
        <translation>So lange ohne Taste und Mausbewegung, dann werden die Seiten verdeckt und das Passwort wird verlangt.</translation>
    </message>
    <message>
        <source>Lock it when the sc&amp;reen is locked</source>
        <translation>Sperren, wenn der B&amp;ildschirm gesperrt wird</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileCard</name>
    <message>
        <source>In this program, for this computer</source>
        <translation>In diesem Programm, für diesen Computer</translation>
    </message>
    <message>
        <source>Only looked at</source>
        <translation>Nur lesend</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Sie sind hier</translation>
    </message>
    <message>
        <source>Certificate %1…</source>
        <translation>Zertifikat %1…</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileDialog</name>
    <message>
        <source>Only &amp;look at it from here: nothing can be changed</source>
        <translation>Von hier nur &amp;lesen: nichts kann geändert werden</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Change a server</source>
        <translation>Server ändern</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>What the server is for</source>
        <translation>Wofür der Server da ist</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>&amp;Wofür er da ist</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Farbe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Colour of the server</source>
        <translation>Farbe des Servers</translation>
    </message>
    <message>
        <source>As what it is for</source>
        <translation>Je nach Zweck</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://gate.example.org</source>
        <translation>Geben Sie die Adresse des Servers ein, etwa https://gate.example.org</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileStore</name>
    <message>
        <source>This is no file of servers.</source>
        <translation>Das ist keine Datei mit Servern.</translation>
    </message>
    <message>
        <source>Server %1 in the file has no name, or no address that can be.</source>
        <translation>Server %1 in der Datei hat keinen Namen oder keine mögliche Adresse.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReceiveCard</name>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Link to open</source>
        <translation>Zu öffnender Link</translation>
    </message>
    <message>
        <source>Passphrase, if it has one</source>
        <translation>Passphrase, falls es eine hat</translation>
    </message>
    <message>
        <source>Passphrase of the secret</source>
        <translation>Passphrase des Geheimnisses</translation>
    </message>
    <message>
        <source>This is no whole link to a secret: it ends on # and a key.</source>
        <translation>Das ist kein vollständiger Link zu einem Geheimnis: Er endet auf # und einen Schlüssel.</translation>
    </message>
    <message>
        <source>It is only here now: the server has nothing of it left.</source>
        <translation>Es ist jetzt nur noch hier: Auf dem Server ist nichts mehr davon.</translation>
    </message>
    <message>
        <source>Link to a secret, on whatever server</source>
        <translation>Link zu einem Geheimnis, gleich auf welchem Server</translation>
    </message>
    <message>
        <source>With this link somebody asks you for a secret. Open it in a browser, or with “gatehouse answer”.</source>
        <translation>Mit diesem Link fordert jemand ein Geheimnis von Ihnen an. Öffnen Sie ihn in einem Browser oder mit „gatehouse answer“.</translation>
    </message>
    <message>
        <source>The link leads to your server “%1” (%2), not to the one you are at. It is not told who you are.</source>
        <translation>Der Link führt zu Ihrem Server „%1“ (%2), nicht zu dem, bei dem Sie sind. Er erfährt nicht, wer Sie sind.</translation>
    </message>
    <message>
        <source>The link leads to %1, not to the server you are at. It is not told who you are, but sees your address.</source>
        <translation>Der Link führt zu %1, nicht zu dem Server, bei dem Sie sind. Er erfährt nicht, wer Sie sind, sieht aber Ihre Adresse.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. What comes is, but others can see that you fetch it, or keep it from you.</source>
        <translation>Die Verbindung ist nicht verschlüsselt. Was kommt, ist es; andere können aber sehen, dass Sie es holen, oder es Ihnen vorenthalten.</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>Dort öffnen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReceivedView</name>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>What was received</source>
        <translation>Was empfangen wurde</translation>
    </message>
    <message>
        <source>Copy what was received</source>
        <translation>Empfangenes kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>A text, %1</source>
        <translation>Ein Text, %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Save what was received</source>
        <translation>Empfangenes speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RecordCheckBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>Auditprotokoll wird gelesen …</translation>
    </message>
    <message>
        <source>The record does not hold together: %1.</source>
        <translation>Das Auditprotokoll ist nicht schlüssig: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries hold together; checkpoints cover %1 of them. Whether the checkpoints are signed by your key, gatehouse audit verify says.</source>
        <translation>
            <numerusform>%Ln Eintrag ist schlüssig; Checkpoints decken %1 davon ab. Ob die Checkpoints mit Ihrem Schlüssel signiert sind, sagt gatehouse audit verify.</numerusform>
            <numerusform>%Ln Einträge sind schlüssig; Checkpoints decken %1 davon ab. Ob die Checkpoints mit Ihrem Schlüssel signiert sind, sagt gatehouse audit verify.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RequestModel</name>
    <message>
        <source>It has been collected already, or has expired.</source>
        <translation>Es wurde schon abgeholt oder ist abgelaufen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RestrictionFields</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Passphrase to open it</source>
        <translation>Passphrase zum Öffnen</translation>
    </message>
    <message>
        <source>none; tell it another way</source>
        <translation>keine; auf anderem Weg mitteilen</translation>
    </message>
    <message>
        <source>Only &amp;from</source>
        <translation>Nur &amp;von</translation>
    </message>
    <message>
        <source>Addresses it may be opened from</source>
        <translation>Adressen, von denen es geöffnet werden darf</translation>
    </message>
    <message>
        <source>Only in &amp;countries</source>
        <translation>Nur in &amp;Ländern</translation>
    </message>
    <message>
        <source>Countries it may be opened in</source>
        <translation>Länder, in denen es geöffnet werden darf</translation>
    </message>
    <message>
        <source>Only in &amp;networks</source>
        <translation>Nur in &amp;Netzen</translation>
    </message>
    <message>
        <source>Autonomous systems it may be opened in</source>
        <translation>Autonome Systeme, in denen es geöffnet werden darf</translation>
    </message>
    <message>
        <source>“%1” is no address and no range of addresses.</source>
        <translation>„%1“ ist keine Adresse und kein Adressbereich.</translation>
    </message>
    <message>
        <source>“%1” is no country: enter two letters, such as DE.</source>
        <translation>„%1“ ist kein Land: Geben Sie zwei Buchstaben ein, etwa DE.</translation>
    </message>
    <message>
        <source>“%1” is no network: enter its number, such as AS64496.</source>
        <translation>„%1“ ist kein Netz: Geben Sie seine Nummer ein, etwa AS64496.</translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters.</source>
        <translation>Eine Passphrase hat mindestens %1 Zeichen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReviewDialog</name>
    <message>
        <source>none</source>
        <comment>value of a setting</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt …</translation>
    </message>
    <message>
        <source>All of it or nothing, for all instances and across restarts.</source>
        <translation>Alles oder nichts, für alle Instanzen und über Neustarts hinweg.</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Geben Sie zum Fortfahren %1 ein:</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Geben Sie zum Fortfahren %1 ein</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing: the settings have these values already.</source>
        <translation>Nichts: Die Einstellungen haben diese Werte schon.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RotationDialog</name>
    <message>
        <source>&amp;Gracefully: nobody is signed out</source>
        <translation>&amp;Sanft: niemand wird abgemeldet</translation>
    </message>
    <message>
        <source>&amp;At once: everything signed so far is void</source>
        <translation>So&amp;fort: alles bisher Signierte wird ungültig</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Geben Sie zum Fortfahren %1 ein:</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rotate the signing key of %1</source>
        <translation>Signaturschlüssel von %1 rotieren</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Geben Sie zum Fortfahren %1 ein</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>Von da an</translation>
    </message>
    <message>
        <source>For when somebody else may have the key. Everybody, you too, has to show a refresh token or sign in anew.</source>
        <translation>Für den Fall, dass jemand anderes den Schlüssel haben könnte. Alle, auch Sie, müssen ein Refresh-Token vorweisen oder sich neu anmelden.</translation>
    </message>
    <message>
        <source>The key that signs now goes on verifying for %1, longer than any token it signed lives.</source>
        <translation>Der jetzige Signaturschlüssel prüft noch %1 lang, länger als jedes von ihm signierte Token lebt.</translation>
    </message>
    <message>
        <source>Void and rotate</source>
        <translation>Ungültig machen und rotieren</translation>
    </message>
    <message>
        <source>Another key signs. Mind: %1</source>
        <translation>Ein anderer Schlüssel signiert. Beachten Sie: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretModel</name>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>It %1</source>
        <translation>Der Server sagt: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Next rotation</source>
        <translation>Nächste Rotation</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretWords</name>
    <message>
        <source>Signs access tokens</source>
        <translation>Signiert Zugangstoken</translation>
    </message>
    <message>
        <source>Signs the requests of AI agents</source>
        <translation>Für Anfragen von KI</translation>
    </message>
    <message>
        <source>Opens /metrics from elsewhere</source>
        <translation>Öffnet /metrics von außen</translation>
    </message>
    <message>
        <source>Redis, with its password</source>
        <translation>Redis samt Passwort</translation>
    </message>
    <message>
        <source>Redis for limits alone</source>
        <translation>Redis nur für die Limits</translation>
    </message>
    <message>
        <source>Password of Redis</source>
        <translation>Passwort von Redis</translation>
    </message>
    <message>
        <source>Password of the Sentinels</source>
        <translation>Passwort der Sentinels</translation>
    </message>
    <message>
        <source>Database, with its password</source>
        <translation>Datenbank samt Passwort</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Passwort der Datenbank</translation>
    </message>
    <message>
        <source>Shown to the webhook</source>
        <translation>Zugang zum Webhook</translation>
    </message>
    <message>
        <source>Signs what the webhook is sent</source>
        <translation>Signiert für den Webhook</translation>
    </message>
    <message>
        <source>Opens the encrypted files</source>
        <translation>Für verschlüsselte Dateien</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>Made by the server</source>
        <translation>Selbst erzeugt</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Verschlüsselte Datei</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>256 bits</source>
        <translation>256 Bit</translation>
    </message>
    <message>
        <source>%1 bits or more</source>
        <translation>%1 Bit oder mehr</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Schwach</translation>
    </message>
    <message>
        <source>less than an hour</source>
        <translation>unter 1 Stunde</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>eine Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Due since %1</source>
        <translation>Überfällig: %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Noch %1</translation>
    </message>
    <message>
        <source>The system&apos;s keychain</source>
        <translation>Der Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>The encrypted file %1</source>
        <translation>Die verschlüsselte Datei %1</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>%1 is now in %2.</source>
        <translation>%1 liegt jetzt hier: %2.</translation>
    </message>
    <message>
        <source>The server goes by it already.</source>
        <translation>Der Server verwendet den Wert bereits.</translation>
    </message>
    <message>
        <source>The server goes by it from its next start on.</source>
        <translation>Der Server verwendet den Wert ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>But the server goes by another, which comes first: %1. Take that away.</source>
        <translation>Aber der Server verwendet einen anderen, der Vorrang hat: %1. Entfernen Sie diesen.</translation>
    </message>
    <message>
        <source>Mind: it %1.</source>
        <translation>Beachten Sie: Der Server sagt: %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretsPage</name>
    <message>
        <source>Secrets</source>
        <translation>Geheimnisse</translation>
    </message>
    <message>
        <source>Values are set here, never read.</source>
        <translation>Werte werden hier gesetzt, nie gelesen.</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>Signaturschlüssel</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Rotieren …</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Setzen …</translation>
    </message>
    <message>
        <source>Make another…</source>
        <translation>Neu erzeugen …</translation>
    </message>
    <message>
        <source>Rotate the signing key…</source>
        <translation>Signaturschlüssel rotieren …</translation>
    </message>
    <message>
        <source>Import from a .env file…</source>
        <translation>Aus einer .env-Datei importieren …</translation>
    </message>
    <message>
        <source>Export the names of secrets…</source>
        <translation>Namen der Geheimnisse exportieren …</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>%1 is weak: it %2. Make another.</source>
        <translation>%1 ist schwach. Der Server sagt: %2. Erzeugen Sie einen neuen Wert.</translation>
    </message>
    <message>
        <source>%1 is due: rotate it.</source>
        <translation>%1 ist fällig: Rotieren Sie ihn.</translation>
    </message>
    <message>
        <source>%1 is due: make another, and hand it on.</source>
        <translation>%1 ist fällig: Erzeugen Sie einen neuen Wert und geben Sie ihn weiter.</translation>
    </message>
    <message>
        <source>Nothing can be stored yet. Start the server with a SECRETS_PASSPHRASE, under which it keeps an encrypted file, or with secrets.keychain on.</source>
        <translation>Noch kann nichts gespeichert werden. Starten Sie den Server mit einer SECRETS_PASSPHRASE, unter der er eine verschlüsselte Datei führt, oder mit eingeschaltetem secrets.keychain.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SendCard</name>
    <message>
        <source>%1 is too large to be handed over.</source>
        <translation>%1 ist zu groß, um übergeben zu werden.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Tell &amp;me when it is opened, and from where</source>
        <translation>Mir &amp;melden, wann und von wo es geöffnet wird</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>Link erstellen</translation>
    </message>
    <message>
        <source>What is to be handed over, once. It is encrypted before it leaves this computer.</source>
        <translation>Was übergeben werden soll, einmal. Es wird verschlüsselt, bevor es diesen Computer verlässt.</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>Zu sendender Text</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>Zu sendende Dateien</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen …</translation>
    </message>
    <message>
        <source>How long it can be opened</source>
        <translation>Wie lange es geöffnet werden kann</translation>
    </message>
    <message>
        <source>Can be &amp;opened for</source>
        <translation>Kann ge&amp;öffnet werden für</translation>
    </message>
    <message>
        <source>The link opens it once. Whoever has the link has the secret.</source>
        <translation>Der Link öffnet es einmal. Wer den Link hat, hat das Geheimnis.</translation>
    </message>
    <message>
        <source>Link to the secret</source>
        <translation>Link zum Geheimnis</translation>
    </message>
    <message>
        <source>Copied; it is taken off the clipboard after half a minute.</source>
        <translation>Kopiert; nach einer halben Minute verschwindet es aus der Zwischenablage.</translation>
    </message>
    <message>
        <source>%1 – Return takes it away again</source>
        <translation>%1 – Eingabetaste entfernt sie wieder</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 Dateien</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SentList</name>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>Nicht geöffnet</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Destroyed by you</source>
        <translation>Von Ihnen vernichtet</translation>
    </message>
    <message>
        <source>Locked or destroyed</source>
        <translation>Gesperrt oder vernichtet</translation>
    </message>
    <message>
        <source>Opened %1 from %2.</source>
        <translation>Geöffnet am %1 von %2.</translation>
    </message>
    <message>
        <source>Sent %1, until %2.</source>
        <translation>Gesendet am %1, gültig bis %2.</translation>
    </message>
    <message>
        <source>Failed attempts: %1.</source>
        <translation>Fehlversuche: %1.</translation>
    </message>
    <message>
        <source>Sent from here</source>
        <translation>Von hier gesendet</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>What you send appears here, with who opened it and when, until you sign out.</source>
        <translation>Was Sie senden, erscheint hier, mit wer es wann geöffnet hat, bis Sie sich abmelden.</translation>
    </message>
    <message>
        <source>Destroy “%1” before it is opened</source>
        <translation>„%1“ vernichten, bevor es geöffnet wird</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServerChoice</name>
    <message>
        <source>Where does your server run?</source>
        <translation>Wo läuft Ihr Server?</translation>
    </message>
    <message>
        <source>Both can be changed later.</source>
        <translation>Beides lässt sich später ändern.</translation>
    </message>
    <message>
        <source>&amp;Here, in this program</source>
        <translation>&amp;Hier, in diesem Programm</translation>
    </message>
    <message>
        <source>&amp;Elsewhere; connect to it</source>
        <translation>A&amp;nderswo; dorthin verbinden</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Starts now, for this computer only. Its data is kept in %1, its keys are made by itself.</source>
        <translation>Startet jetzt, nur für diesen Computer. Die Daten liegen in %1, die Schlüssel erzeugt er selbst.</translation>
    </message>
    <message>
        <source>A Gatehouse on another machine, or one that is already running on this one.</source>
        <translation>Ein Gatehouse auf einem anderen Rechner, oder eines, das auf diesem schon läuft.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wofür er da ist</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>&amp;Wofür er da ist</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://gate.example.org</source>
        <translation>Geben Sie die Adresse des Servers ein, etwa https://gate.example.org</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServerProfile</name>
    <message>
        <source>Local</source>
        <translation>Lokal</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServersPage</name>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Where this console can be. You stay signed in to each while it is open.</source>
        <translation>Wo diese Konsole sein kann. Sie bleiben bei jedem angemeldet, solange sie offen ist.</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Server hinzufügen …</translation>
    </message>
    <message>
        <source>Import servers…</source>
        <translation>Server importieren …</translation>
    </message>
    <message>
        <source>Export servers…</source>
        <translation>Server exportieren …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>%1 vergessen?</translation>
    </message>
    <message>
        <source>Only this console forgets it, and the certificate it knows of it; nothing happens to the server.</source>
        <translation>Nur diese Konsole vergisst ihn, und das Zertifikat, das sie von ihm kennt; dem Server geschieht nichts.</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>%1 vergessen</translation>
    </message>
    <message>
        <source>%1 is forgotten.</source>
        <translation>%1 ist vergessen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Import servers</source>
        <translation>Server importieren</translation>
    </message>
    <message>
        <source>Export servers</source>
        <translation>Server exportieren</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Servers imported: %1.</source>
        <translation>Importierte Server: %1.</translation>
    </message>
    <message>
        <source>Saved to %1. It holds no passwords.</source>
        <translation>In %1 gespeichert. Passwörter sind nicht darin.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Here already, and left as they are: %1.</source>
        <translation>Schon hier und unverändert gelassen: %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SessionList</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>End all</source>
        <translation>Alle beenden</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Niemand ausgewählt</translation>
    </message>
    <message>
        <source>Choose a user to see where they are signed in.</source>
        <translation>Wählen Sie einen Benutzer, um zu sehen, wo er angemeldet ist.</translation>
    </message>
    <message>
        <source>Sessions of %1</source>
        <translation>Sitzungen von %1</translation>
    </message>
    <message>
        <source>Signed in nowhere</source>
        <translation>Nirgends angemeldet</translation>
    </message>
    <message>
        <source>%1 has no session.</source>
        <translation>%1 hat keine Sitzung.</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Last used %1 · ends %2</source>
        <translation>Zuletzt verwendet %1 · endet %2</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>End the session of %1 from %2</source>
        <translation>Sitzung von %1 von %2 beenden</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SessionMemory</name>
    <message>
        <source>The keychain of this system could not be used (%1). You work as always, but are not remembered.</source>
        <translation>Der Schlüsselbund dieses Systems konnte nicht verwendet werden (%1). Sie arbeiten wie immer, bleiben aber nicht angemeldet.</translation>
    </message>
    <message>
        <source>The keychain of this system could not be opened (%1). Sign in with your password.</source>
        <translation>Der Schlüsselbund dieses Systems konnte nicht geöffnet werden (%1). Melden Sie sich mit Ihrem Passwort an.</translation>
    </message>
    <message>
        <source>The keychain of this system is locked, or has lost what it kept. Sign in with your password.</source>
        <translation>Der Schlüsselbund dieses Systems ist gesperrt oder hat verloren, was er behielt. Melden Sie sich mit Ihrem Passwort an.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingEditor</name>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>Wie konfiguriert</translation>
    </message>
    <message>
        <source>Close the setting</source>
        <translation>Einstellung schließen</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Neuer Wert</translation>
    </message>
    <message>
        <source>Takes back the change: what the configuration file or the environment says holds again.</source>
        <translation>Nimmt die Änderung zurück: Es gilt wieder, was Konfigurationsdatei oder Umgebung sagen.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>value of a setting</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Kommt von</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>The server reads this one only when it starts. Change it in its file, environment or flags, and start it again.</source>
        <translation>Diese liest der Server nur beim Start. Ändern Sie sie in seiner Datei, Umgebung oder seinen Optionen und starten Sie ihn neu.</translation>
    </message>
    <message>
        <source>Only administrators change settings.</source>
        <translation>Nur Administratoren ändern Einstellungen.</translation>
    </message>
    <message>
        <source>One on each line. Nothing holds before you apply it.</source>
        <translation>Einer je Zeile. Nichts gilt, bevor Sie es anwenden.</translation>
    </message>
    <message>
        <source>Nothing holds before you apply it.</source>
        <translation>Nichts gilt, bevor Sie es anwenden.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingModel</name>
    <message>
        <source>Not applied yet</source>
        <translation>Noch nicht angewendet</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Changed while running</source>
        <translation>Im Betrieb geändert</translation>
    </message>
    <message>
        <source>as configured</source>
        <translation>wie konfiguriert</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Kommt von</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingsPage</name>
    <message>
        <source>Settings of the server</source>
        <translation>Einstellungen des Servers</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What the server goes by, and where each value comes from.</source>
        <translation>Wonach sich der Server richtet, und woher jeder Wert kommt.</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>In den Einstellungen suchen</translation>
    </message>
    <message>
        <source>Every section</source>
        <translation>Jeder Abschnitt</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Alle Einstellungen</translation>
    </message>
    <message>
        <source>Not the default</source>
        <translation>Nicht Standard</translation>
    </message>
    <message>
        <source>Changeable while running</source>
        <translation>Im Betrieb änderbar</translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation>Noch nicht angewendet</translation>
    </message>
    <message>
        <source>Which settings</source>
        <translation>Welche Einstellungen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Durchsehen …</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>Diese Konsole</translation>
    </message>
    <message>
        <source>Settings of this console</source>
        <translation>Einstellungen dieser Konsole</translation>
    </message>
    <message>
        <source>Review and apply changed settings…</source>
        <translation>Geänderte Einstellungen durchsehen und anwenden …</translation>
    </message>
    <message>
        <source>Discard changed settings</source>
        <translation>Geänderte Einstellungen verwerfen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Aktualisieren</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No setting is like this.</source>
        <translation>Keine Einstellung passt dazu.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Changed, but not applied yet: %1</source>
        <translation>Geändert, aber noch nicht angewendet: %1</translation>
    </message>
    <message>
        <source>Changed, and in force: %1.</source>
        <translation>Geändert und in Kraft: %1.</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Rückgängig …</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SharePage</name>
    <message>
        <source>Share</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Hand over a password or a file so that it can be opened once, and only with the link.</source>
        <translation>Ein Passwort oder eine Datei so übergeben, dass es nur einmal und nur mit dem Link geöffnet werden kann.</translation>
    </message>
    <message>
        <source>Send a new secret</source>
        <translation>Neues Geheimnis senden</translation>
    </message>
    <message>
        <source>See what was opened</source>
        <translation>Sehen, was geöffnet wurde</translation>
    </message>
    <message>
        <source>Destroy “%1”?</source>
        <translation>„%1“ vernichten?</translation>
    </message>
    <message>
        <source>Its link opens nothing any more. This cannot be undone.</source>
        <translation>Der Link öffnet dann nichts mehr. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Destroy it</source>
        <translation>Vernichten</translation>
    </message>
    <message>
        <source>“%1” is gone.</source>
        <translation>„%1“ ist weg.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Ask for one</source>
        <translation>Anfordern</translation>
    </message>
    <message>
        <source>Ask for a secret</source>
        <translation>Ein Geheimnis anfordern</translation>
    </message>
    <message>
        <source>Save the key to the answer</source>
        <translation>Schlüssel zur Antwort speichern</translation>
    </message>
    <message>
        <source>The key is of no use any more: the answer was collected, or there is none.</source>
        <translation>Der Schlüssel nützt nichts mehr: Die Antwort wurde abgeholt, oder es gibt keine.</translation>
    </message>
    <message>
        <source>Saved as %1. “gatehouse collect” opens the answer with it; so does whoever else has it.</source>
        <translation>Als %1 gespeichert. „gatehouse collect“ öffnet damit die Antwort, und ebenso jeder andere, der die Datei hat.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SharingWords</name>
    <message>
        <source>this server wants a token from who sends (HAKANAI_TOKEN or --token-file)</source>
        <translation>dieser Server verlangt zum Senden ein Token (HAKANAI_TOKEN oder --token-file)</translation>
    </message>
    <message>
        <source>the server does not know this token, or it has ended</source>
        <translation>der Server kennt dieses Token nicht, oder es ist abgelaufen</translation>
    </message>
    <message>
        <source>this server takes no secrets</source>
        <translation>dieser Server nimmt keine Geheimnisse an</translation>
    </message>
    <message>
        <source>this server takes no secrets any more</source>
        <translation>dieser Server nimmt keine Geheimnisse mehr an</translation>
    </message>
    <message>
        <source>the passphrase is missing or wrong; a few wrong ones end the secret</source>
        <translation>die Passphrase fehlt oder ist falsch; nach wenigen falschen wird das Geheimnis vernichtet</translation>
    </message>
    <message>
        <source>it may not be taken from this address, country or network</source>
        <translation>von dieser Adresse, aus diesem Land oder Netz darf es nicht geöffnet werden</translation>
    </message>
    <message>
        <source>there is no such secret: it has expired, or the link is wrong</source>
        <translation>dieses Geheimnis gibt es nicht: Es ist abgelaufen, oder der Link ist falsch</translation>
    </message>
    <message>
        <source>it has been taken already; if not by you, tell who sent it</source>
        <translation>es wurde schon geöffnet; wenn nicht von Ihnen, sagen Sie es dem Absender</translation>
    </message>
    <message>
        <source>the receipt is not valid</source>
        <translation>die Empfangsbestätigung ist ungültig</translation>
    </message>
    <message>
        <source>there is no such secret, or the receipt is not its</source>
        <translation>dieses Geheimnis gibt es nicht, oder die Empfangsbestätigung gehört nicht dazu</translation>
    </message>
    <message>
        <source>it is too late: it has been taken, has expired or was burned</source>
        <translation>zu spät: Es wurde geöffnet, ist abgelaufen oder wurde vernichtet</translation>
    </message>
    <message>
        <source>this server wants a token from who asks</source>
        <translation>dieser Server verlangt zum Anfordern ein Token</translation>
    </message>
    <message>
        <source>that is not allowed here</source>
        <translation>das ist hier nicht erlaubt</translation>
    </message>
    <message>
        <source>there is no such request, or nothing yet: it has expired, or nobody has answered</source>
        <translation>diese Anforderung gibt es nicht, oder es ist noch nichts da: Sie ist abgelaufen, oder niemand hat geantwortet</translation>
    </message>
    <message>
        <source>it has been answered or collected already</source>
        <translation>es wurde schon beantwortet oder abgeholt</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>zu viele Anfragen</translation>
    </message>
    <message>
        <source>it is larger than this server takes from you</source>
        <translation>es ist größer, als dieser Server von Ihnen annimmt</translation>
    </message>
    <message>
        <source>the server&apos;s answer makes no sense: is this its address?</source>
        <translation>die Antwort des Servers ergibt keinen Sinn: Stimmt die Adresse?</translation>
    </message>
    <message>
        <source>what the server handed out is nothing that was encrypted</source>
        <translation>was der Server herausgab, ist nichts Verschlüsseltes</translation>
    </message>
    <message>
        <source>it was decrypted, but is not what the link is for; nothing of it is shown</source>
        <translation>es wurde entschlüsselt, ist aber nicht das, wofür der Link gilt; nichts davon wird gezeigt</translation>
    </message>
    <message>
        <source>this is nothing that was encrypted</source>
        <translation>das ist nichts Verschlüsseltes</translation>
    </message>
    <message>
        <source>it cannot be decrypted: the key is wrong, or it was altered</source>
        <translation>es lässt sich nicht entschlüsseln: Der Schlüssel ist falsch, oder es wurde verändert</translation>
    </message>
    <message>
        <source>it was decrypted, but its content is in no form that is known here</source>
        <translation>es wurde entschlüsselt, aber der Inhalt hat keine hier bekannte Form</translation>
    </message>
    <message>
        <source>more than 2 GiB cannot be encrypted at once</source>
        <translation>mehr als 2 GiB lassen sich nicht auf einmal verschlüsseln</translation>
    </message>
    <message>
        <source>the encryption failed</source>
        <translation>die Verschlüsselung ist fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SignIn</name>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Create the administrator</source>
        <translation>Administrator anlegen</translation>
    </message>
    <message>
        <source>The first user of a server runs it. Others are added later, on the page Access.</source>
        <translation>Der erste Benutzer eines Servers verwaltet ihn. Weitere kommen später auf der Seite Zugriff hinzu.</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Create and sign in</source>
        <translation>Anlegen und anmelden</translation>
    </message>
    <message>
        <source>At least 8 characters, with letters of either case, a digit and a sign.</source>
        <translation>Mindestens 8 Zeichen, mit Groß- und Kleinbuchstaben, einer Ziffer und einem Sonderzeichen.</translation>
    </message>
    <message>
        <source>Setup code, as the server printed it when it first started</source>
        <translation>Einrichtungscode, wie ihn der Server beim ersten Start ausgab</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Anderen Server verwenden</translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation>Auf diesem Computer angemeldet &amp;bleiben</translation>
    </message>
    <message>
        <source>Keeps this session, not the password, in the keychain of this system.</source>
        <translation>Behält diese Sitzung, nicht das Passwort, im Schlüsselbund dieses Systems.</translation>
    </message>
    <message>
        <source>Looking whether you are still signed in</source>
        <translation>Es wird nachgesehen, ob Sie noch angemeldet sind</translation>
    </message>
    <message>
        <source>The way to this server is not encrypted: whoever is on it can read your password.</source>
        <translation>Der Weg zu diesem Server ist nicht verschlüsselt: Wer dazwischen ist, kann Ihr Passwort lesen.</translation>
    </message>
    <message>
        <source>Sign in without encryption</source>
        <translation>Unverschlüsselt anmelden</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Starting</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Anderen Server verwenden</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>The server did not start</source>
        <translation>Der Server ist nicht gestartet</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>Server wird gestartet</translation>
    </message>
    <message>
        <source>It keeps its data in %1.</source>
        <translation>Seine Daten liegen in %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::StatePanel</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reference: %1</source>
        <translation>Referenz: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::StatefulArea</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1. What is shown was read %2, at %3.</source>
        <translation>%1. Das Angezeigte wurde %2 gelesen, um %3.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Table</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Sortieren nach</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>Wie sie kommen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TokenList</name>
    <message>
        <source>Share tokens</source>
        <translation>Share-Tokens</translation>
    </message>
    <message>
        <source>New share token…</source>
        <translation>Neues Share-Token …</translation>
    </message>
    <message>
        <source>Revoke the token…</source>
        <translation>Token widerrufen …</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Neues Token</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen …</translation>
    </message>
    <message>
        <source>No share tokens</source>
        <translation>Keine Share-Tokens</translation>
    </message>
    <message>
        <source>Revoke the token “%1” of %2 on %3?</source>
        <translation>Das Token „%1“ von %2 auf %3 widerrufen?</translation>
    </message>
    <message>
        <source>Nobody can create secrets with it any more, nor with tokens that were made by it. Secrets that wait stay.</source>
        <translation>Damit kann niemand mehr Geheimnisse erstellen, auch nicht mit Tokens, die damit erstellt wurden. Wartende Geheimnisse bleiben.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>A token lets somebody without an account create one-time secrets.</source>
        <translation>Mit einem Token kann jemand ohne Konto Einmal-Geheimnisse erstellen.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TokenModel</name>
    <message>
        <source>Admin token</source>
        <translation>Admin-Token</translation>
    </message>
    <message>
        <source>For one secret</source>
        <translation>Für ein Geheimnis</translation>
    </message>
    <message>
        <source>Share token</source>
        <translation>Share-Token</translation>
    </message>
    <message>
        <source>The first start</source>
        <translation>Der erste Start</translation>
    </message>
    <message>
        <source>As the server</source>
        <translation>Wie der Server</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Bis zu</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TopBar</name>
    <message>
        <source>Look as the system does</source>
        <translation>Aussehen wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>Server: %1, %2</source>
        <translation>Server: %1, %2</translation>
    </message>
    <message>
        <source>Only looked at</source>
        <translation>Nur lesend</translation>
    </message>
    <message>
        <source>Nothing is changed on this server from here; the page Servers says otherwise.</source>
        <translation>Auf diesem Server wird von hier nichts geändert; auf der Seite Server lässt sich das umstellen.</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>Seite oder Aktion suchen</translation>
    </message>
    <message>
        <source>Account: %1, %2</source>
        <translation>Konto: %1, %2</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrafficChart</name>
    <message>
        <source>Requests, refusals and errors over time</source>
        <translation>Anfragen, Ablehnungen und Fehler im Zeitverlauf</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Chart of requests, refusals and errors a second; the table has the numbers</source>
        <translation>Diagramm der Anfragen, Ablehnungen und Fehler pro Sekunde; die Tabelle enthält die Zahlen</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 Minuten</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>Zahlen anzeigen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrafficTable</name>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>Refused/s</source>
        <translation>Abgelehnt/s</translation>
    </message>
    <message>
        <source>Errors/s</source>
        <translation>Fehler/s</translation>
    </message>
    <message>
        <source>p50, ms</source>
        <translation>p50, ms</translation>
    </message>
    <message>
        <source>p95, ms</source>
        <translation>p95, ms</translation>
    </message>
    <message>
        <source>p99, ms</source>
        <translation>p99, ms</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrayIcon</name>
    <message>
        <source>&amp;Open Gatehouse</source>
        <translation>Gatehouse &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Start the server</source>
        <translation>Server &amp;starten</translation>
    </message>
    <message>
        <source>S&amp;top the server</source>
        <translation>Server be&amp;enden</translation>
    </message>
    <message>
        <source>&amp;Restart the server</source>
        <translation>Server &amp;neu starten</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>The server in this program does not run</source>
        <translation>Der Server in diesem Programm läuft nicht</translation>
    </message>
    <message>
        <source>The server starts</source>
        <translation>Der Server startet</translation>
    </message>
    <message>
        <source>The server runs</source>
        <translation>Der Server läuft</translation>
    </message>
    <message>
        <source>The server stops</source>
        <translation>Der Server wird beendet</translation>
    </message>
    <message>
        <source>The server could not start</source>
        <translation>Der Server konnte nicht starten</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TroubleWords</name>
    <message>
        <source>%1. %2</source>
        <comment>two sentences, of which the second has its full stop</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UsageList</name>
    <message>
        <source>Who is near or over a limit</source>
        <translation>Wer nahe an einem Limit oder darüber ist</translation>
    </message>
    <message>
        <source>Near or over a limit</source>
        <translation>Nahe an einem Limit oder darüber</translation>
    </message>
    <message>
        <source>Give the caller everything back</source>
        <translation>Dem Aufrufer alles zurückgeben</translation>
    </message>
    <message>
        <source>Never limit the caller</source>
        <translation>Diesen Aufrufer nie begrenzen</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Every caller has more than a fifth left.</source>
        <translation>Jeder Aufrufer hat mehr als ein Fünftel übrig.</translation>
    </message>
    <message>
        <source>Never limit</source>
        <translation>Nie begrenzen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UsageModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Aufrufer</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Übrig</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>All there again</source>
        <translation>Wieder alles da</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UserModel</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Workspace</name>
    <message>
        <source>Go to %1</source>
        <translation>Gehe zu %1</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>Seite oder Aktion suchen</translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>Konsole sperren</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
</context>
<context>
    <name>gatehouse::embedded::EmbeddedServer</name>
    <message>
        <source>This program serves only its own computer; for others, run gatehouse serve. Remove the setting http.listen.</source>
        <translation>Dieses Programm bedient nur den eigenen Computer; für andere starten Sie gatehouse serve. Entfernen Sie die Einstellung http.listen.</translation>
    </message>
</context>
</TS>
