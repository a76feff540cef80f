<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>PolicyPreview</name>
    <message>
        <source>%1 to %2</source>
        <comment>between two numbers</comment>
        <translation>%1 à %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::AdminSession</name>
    <message>
        <source>The username or the password is wrong</source>
        <translation>Le nom d’utilisateur ou le mot de passe est incorrect</translation>
    </message>
    <message>
        <source>Check both. After several wrong tries the server waits a minute.</source>
        <translation>Vérifiez les deux. Après plusieurs essais incorrects, le serveur attend une minute.</translation>
    </message>
    <message>
        <source>You were signed out meanwhile</source>
        <translation>Vous avez été déconnecté entre-temps</translation>
    </message>
    <message>
        <source>The session has ended or was revoked. Sign in again.</source>
        <translation>La session a expiré ou a été révoquée. Reconnectez-vous.</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::CertificateProbe</name>
    <message>
        <source>It does not answer.</source>
        <translation>Il ne répond pas.</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::Trouble</name>
    <message>
        <source>The server does not answer</source>
        <translation>Le serveur ne répond pas</translation>
    </message>
    <message>
        <source>Check that it runs and that this machine reaches it. The console tries again by itself.</source>
        <translation>Vérifiez qu’il fonctionne et que cette machine peut l’atteindre. La console réessaie d’elle-même.</translation>
    </message>
    <message>
        <source>This server does not offer it</source>
        <translation>Ce serveur ne le propose pas</translation>
    </message>
    <message>
        <source>Its version is older than this console, or it was built without this part. Update the server.</source>
        <translation>Sa version est plus ancienne que cette console, ou il a été compilé sans cette partie. Mettez le serveur à jour.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Vous êtes déconnecté</translation>
    </message>
    <message>
        <source>The session has ended or was revoked. Sign in again.</source>
        <translation>La session a expiré ou a été révoquée. Reconnectez-vous.</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>Votre rôle ne le permet pas</translation>
    </message>
    <message>
        <source>Ask an administrator to do it, or to change your role.</source>
        <translation>Demandez à un administrateur de le faire ou de modifier votre rôle.</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>Cet élément n’existe plus</translation>
    </message>
    <message>
        <source>Somebody removed it meanwhile. Refresh to see what is there.</source>
        <translation>Quelqu’un l’a supprimé entre-temps. Actualisez pour voir ce qui existe.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>Le serveur a refusé</translation>
    </message>
    <message>
        <source>It would break a rule, or somebody else has changed it. Refresh and try again.</source>
        <translation>Cela enfreindrait une règle, ou quelqu’un d’autre l’a modifié. Actualisez et réessayez.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Trop de requêtes</translation>
    </message>
    <message>
        <source>The server takes the next one in %1 s.</source>
        <translation>Le serveur acceptera la prochaine dans %1 s.</translation>
    </message>
    <message>
        <source>The server refused what was entered</source>
        <translation>Le serveur a refusé la saisie</translation>
    </message>
    <message>
        <source>Check the input.</source>
        <translation>Vérifiez la saisie.</translation>
    </message>
    <message>
        <source>The server is not ready</source>
        <translation>Le serveur n’est pas prêt</translation>
    </message>
    <message>
        <source>The server has failed</source>
        <translation>Le serveur a rencontré une erreur</translation>
    </message>
    <message>
        <source>It is starting, stopping, or misses something it needs. See its health.</source>
        <translation>Il démarre, s’arrête, ou il lui manque quelque chose. Consultez son état de santé.</translation>
    </message>
    <message>
        <source>Look into its log for the reference below.</source>
        <translation>Cherchez la référence ci-dessous dans son journal.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AccessPage</name>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>New user…</source>
        <translation>Nouvel utilisateur…</translation>
    </message>
    <message>
        <source>Make it: %1</source>
        <translation>Changer le rôle : %1</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Nouvel utilisateur</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Remove the user %1 from %2?</source>
        <translation>Supprimer l’utilisateur %1 de %2 ?</translation>
    </message>
    <message>
        <source>Their sessions end at once. What they did stays in the record. This cannot be undone; disabling can.</source>
        <translation>Ses sessions prennent fin aussitôt. Ce qu’il a fait reste dans le journal d’audit. C’est irréversible ; une désactivation ne l’est pas.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>Who may sign in, as what, and where they are signed in; who may send secrets without an account.</source>
        <translation>Qui peut se connecter, à quel titre, et où chacun est connecté ; qui peut envoyer des secrets sans compte.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Alerts</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AskCard</name>
    <message>
        <source>Ask for a secret</source>
        <translation>Demander un secret</translation>
    </message>
    <message>
        <source>How long it can be answered</source>
        <translation>Durée pendant laquelle on peut y répondre</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>Créer le lien</translation>
    </message>
    <message>
        <source>Whoever has the link can answer, once. Only this console can open the answer.</source>
        <translation>Quiconque a le lien peut répondre, une seule fois. Seule cette console peut ouvrir la réponse.</translation>
    </message>
    <message>
        <source>Link for the answer</source>
        <translation>Lien pour la réponse</translation>
    </message>
    <message>
        <source>The password of the mail server</source>
        <translation>Le mot de passe du serveur de messagerie</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Ce qui est demandé</translation>
    </message>
    <message>
        <source>Make the link to ask</source>
        <translation>Créer le lien de demande</translation>
    </message>
    <message>
        <source>What is as&amp;ked for</source>
        <translation>Ce qui est &amp;demandé</translation>
    </message>
    <message>
        <source>Can be &amp;answered for</source>
        <translation>Réponse possible &amp;pendant</translation>
    </message>
    <message>
        <source>Send the link to who has the secret. They enter it in a browser, where it is encrypted for this console before it leaves them; they need no account.</source>
        <translation>Envoyez le lien à la personne qui a le secret. Elle le saisit dans un navigateur, où il est chiffré pour cette console avant de la quitter ; elle n’a pas besoin de compte.</translation>
    </message>
    <message>
        <source>Copied; it is taken off the clipboard after half a minute.</source>
        <translation>Copié ; il quitte le presse-papiers après une demi-minute.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AskedList</name>
    <message>
        <source>Not answered</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Récupéré</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expiré</translation>
    </message>
    <message>
        <source>A secret</source>
        <translation>Un secret</translation>
    </message>
    <message>
        <source>Asked for from here</source>
        <translation>Demandés d’ici</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Rien encore</translation>
    </message>
    <message>
        <source>What you ask for appears here until you sign out. The key to an answer is only in this window; save it if you close the console before it comes.</source>
        <translation>Ce que vous demandez apparaît ici jusqu’à votre déconnexion. La clé d’une réponse n’est que dans cette fenêtre ; enregistrez-la si vous fermez la console avant son arrivée.</translation>
    </message>
    <message>
        <source>Asked %1, until %2.</source>
        <translation>Demandé le %1, jusqu’au %2.</translation>
    </message>
    <message>
        <source>Save the key to “%1”</source>
        <translation>Enregistrer la clé de « %1 »</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>Collect “%1”</source>
        <translation>Récupérer « %1 »</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Attention</name>
    <message>
        <source>%1 does not work</source>
        <translation>%1 ne fonctionne pas</translation>
    </message>
    <message>
        <source>%1 is in trouble</source>
        <translation>%1 est perturbé</translation>
    </message>
    <message>
        <source>The server&apos;s last check of it failed.</source>
        <translation>La dernière vérification par le serveur a échoué.</translation>
    </message>
    <message>
        <source>See health</source>
        <translation>Voir l’état</translation>
    </message>
    <message>
        <source>See settings</source>
        <translation>Voir les réglages</translation>
    </message>
    <message>
        <source>See limits</source>
        <translation>Voir les limites</translation>
    </message>
    <message>
        <source>%1 % of requests fail</source>
        <translation>%1 % des requêtes échouent</translation>
    </message>
    <message>
        <source>The log says why.</source>
        <translation>Le journal dit pourquoi.</translation>
    </message>
    <message>
        <source>See the log</source>
        <translation>Voir le journal</translation>
    </message>
    <message>
        <source>A spent token was used again</source>
        <translation>Un jeton déjà utilisé a été réutilisé</translation>
    </message>
    <message>
        <source>From %1. Somebody may have stolen it; its sessions were ended.</source>
        <translation>Depuis %1. Il a peut-être été volé ; ses sessions ont été fermées.</translation>
    </message>
    <message>
        <source>See the record</source>
        <translation>Voir l’audit</translation>
    </message>
    <message>
        <source>Sign-ins refused lately: %1</source>
        <translation>Connexions refusées récemment : %1</translation>
    </message>
    <message>
        <source>Somebody may be guessing passwords.</source>
        <translation>Quelqu’un essaie peut-être de deviner des mots de passe.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditDetail</name>
    <message>
        <source>Entry</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Close the entry</source>
        <translation>Fermer l’entrée</translation>
    </message>
    <message>
        <source>As the server keeps it</source>
        <translation>Telle que le serveur la conserve</translation>
    </message>
    <message>
        <source>The raw entry</source>
        <translation>L’entrée brute</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>Prouver</translation>
    </message>
    <message>
        <source>Has the server prove that this entry is in the signed record</source>
        <translation>Fait prouver par le serveur que cette entrée figure dans le journal signé</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>No checkpoint covers this entry yet. The next is signed within a minute; then try again.</source>
        <translation>Aucun point de contrôle ne couvre encore cette entrée. Le prochain est signé d’ici une minute ; réessayez ensuite.</translation>
    </message>
    <message>
        <source>Proven: these bytes are entry %1 of the %2 that the checkpoint of %3 commits to.</source>
        <translation>Prouvé : ces octets sont l’entrée %1 des %2 garanties par le point de contrôle de %3.</translation>
    </message>
    <message>
        <source>The proof does not hold. Keep a copy of the record and look into it.</source>
        <translation>La preuve n’est pas valable. Conservez une copie du journal d’audit et enquêtez.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditFilterBar</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Ce qui a été fait</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Comment cela s’est terminé</translation>
    </message>
    <message>
        <source>Search in the record</source>
        <translation>Chercher dans l’audit</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>From which address</source>
        <translation>Depuis quelle adresse</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Toute période</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 derniers jours</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 derniers jours</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Tout résultat</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Qui l’a fait</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>N’importe qui</translation>
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
        <translation>Heure</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditPage</name>
    <message>
        <source>Entries of the record</source>
        <translation>Entrées du journal d’audit</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Who did what, in a record that nobody can quietly change.</source>
        <translation>Qui a fait quoi, dans un journal que personne ne peut modifier en secret.</translation>
    </message>
    <message>
        <source>Check the whole record</source>
        <translation>Vérifier tout le journal d’audit</translation>
    </message>
    <message>
        <source>Export the record…</source>
        <translation>Exporter le journal d’audit…</translation>
    </message>
    <message>
        <source>Search in the record</source>
        <translation>Chercher dans l’audit</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Check record</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, in a record that nobody can quietly change.</source>
        <translation>
            <numerusform>%Ln entrée, dans un journal que personne ne peut modifier en secret.</numerusform>
            <numerusform>%Ln entrées, dans un journal que personne ne peut modifier en secret.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found.</source>
        <translation>
            <numerusform>%Ln entrée trouvée.</numerusform>
            <numerusform>%Ln entrées trouvées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found so far; scroll for more.</source>
        <translation>
            <numerusform>%Ln entrée trouvée jusqu’ici ; faites défiler pour la suite.</numerusform>
            <numerusform>%Ln entrées trouvées jusqu’ici ; faites défiler pour la suite.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>No entry of the record is like this.</source>
        <translation>Aucune entrée de l’audit ne correspond.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Rien ne s’est encore passé</translation>
    </message>
    <message>
        <source>The first sign-in will be the first entry.</source>
        <translation>La première connexion sera la première entrée.</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>Exporter le journal d’audit</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CertificateStep</name>
    <message>
        <source>Connecting to %1</source>
        <translation>Connexion à %1</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Faire confiance à ce certificat</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Connexion en cours</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Utiliser un autre serveur</translation>
    </message>
    <message>
        <source>Is this %1?</source>
        <translation>Est-ce bien %1 ?</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for its certificate. Compare the fingerprint with the one its administrator tells you; it is remembered, and asked about again only if it changes.</source>
        <translation>Aucune autorité reconnue par cet ordinateur ne garantit son certificat. Comparez l’empreinte avec celle que vous donne l’administrateur ; elle est mémorisée, et la question ne revient que si elle change.</translation>
    </message>
    <message>
        <source>The certificate of %1 has changed</source>
        <translation>Le certificat de %1 a changé</translation>
    </message>
    <message>
        <source>The new one is vouched for, as after a renewal. If nobody has renewed it, somebody may stand between.</source>
        <translation>Le nouveau est garanti, comme après un renouvellement. Si personne ne l’a renouvelé, quelqu’un s’est peut-être interposé.</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for the new one. Unless its administrator tells you why, somebody stands between you and the server: do not sign in.</source>
        <translation>Aucune autorité reconnue par cet ordinateur ne garantit le nouveau. Si l’administrateur ne vous dit pas pourquoi, quelqu’un s’est interposé entre vous et le serveur : ne vous connectez pas.</translation>
    </message>
    <message>
        <source>Made out to</source>
        <translation>Délivré à</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>lui-même</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Auparavant</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problème</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>%1 est injoignable</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CommandPalette</name>
    <message>
        <source>Find a page or an action</source>
        <translation>Trouver une page ou une action</translation>
    </message>
    <message>
        <source>Pages and actions</source>
        <translation>Pages et actions</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConfirmDialog</name>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Saisissez %1 pour continuer :</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Saisissez %1 pour continuer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConnectionLabel</name>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConsolePages</name>
    <message>
        <source>Watch</source>
        <translation>Surveiller</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Gérer</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CopyOnce</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>The new value</source>
        <translation>La nouvelle valeur</translation>
    </message>
    <message numerus="yes">
        <source>It leaves the clipboard by itself after %Ln seconds.</source>
        <translation>
            <numerusform>Elle quitte d’elle-même le presse-papiers après %Ln seconde.</numerusform>
            <numerusform>Elle quitte d’elle-même le presse-papiers après %Ln secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>It is off the clipboard again.</source>
        <translation>Elle n’est plus dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard in %1 s.</source>
        <translation>Copié. Quitte le presse-papiers dans %1 s.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::DependencyCard</name>
    <message>
        <source>ms to answer</source>
        <translation>ms pour répondre</translation>
    </message>
    <message>
        <source>Last trouble seen at %1. %2</source>
        <translation>Dernier incident constaté à %1. %2</translation>
    </message>
    <message>
        <source>No trouble seen since this console was opened.</source>
        <translation>Aucun incident depuis l’ouverture de cette console.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::EventList</name>
    <message>
        <source>%1 from %2</source>
        <translation>%1 depuis %2</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>Derniers événements</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::EventWords</name>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Inscription</translation>
    </message>
    <message>
        <source>Renewal of a session</source>
        <translation>Renouvellement d’une session</translation>
    </message>
    <message>
        <source>Second use of a spent token</source>
        <translation>Réutilisation d’un jeton consommé</translation>
    </message>
    <message>
        <source>Change of a password</source>
        <translation>Changement de mot de passe</translation>
    </message>
    <message>
        <source>End of a session by somebody</source>
        <translation>Fin d’une session par quelqu’un</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Nouvel utilisateur</translation>
    </message>
    <message>
        <source>Change of a user</source>
        <translation>Modification d’un utilisateur</translation>
    </message>
    <message>
        <source>Removal of a user</source>
        <translation>Suppression d’un utilisateur</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Nouveau jeton</translation>
    </message>
    <message>
        <source>Use of a token</source>
        <translation>Utilisation d’un jeton</translation>
    </message>
    <message>
        <source>Revocation of a token</source>
        <translation>Révocation d’un jeton</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Nouvel agent</translation>
    </message>
    <message>
        <source>Change of an agent</source>
        <translation>Modification d’un agent</translation>
    </message>
    <message>
        <source>Revocation of an agent</source>
        <translation>Révocation d’un agent</translation>
    </message>
    <message>
        <source>Agent&apos;s request</source>
        <translation>Requête d’un agent</translation>
    </message>
    <message>
        <source>New one-time secret</source>
        <translation>Nouveau secret à usage unique</translation>
    </message>
    <message>
        <source>Opening of a one-time secret</source>
        <translation>Ouverture d’un secret à usage unique</translation>
    </message>
    <message>
        <source>One-time secret expired</source>
        <translation>Secret à usage unique expiré</translation>
    </message>
    <message>
        <source>New value of a secret</source>
        <translation>Nouvelle valeur d’un secret</translation>
    </message>
    <message>
        <source>Generation of a secret</source>
        <translation>Génération d’un secret</translation>
    </message>
    <message>
        <source>Rotation of a secret</source>
        <translation>Rotation d’un secret</translation>
    </message>
    <message>
        <source>Export of secrets</source>
        <translation>Export de secrets</translation>
    </message>
    <message>
        <source>Signing key created</source>
        <translation>Clé de signature créée</translation>
    </message>
    <message>
        <source>Signing key in use</source>
        <translation>Clé de signature en service</translation>
    </message>
    <message>
        <source>Signing key retired</source>
        <translation>Clé de signature retirée</translation>
    </message>
    <message>
        <source>Caller over a limit</source>
        <translation>Appelant au-delà d’une limite</translation>
    </message>
    <message>
        <source>Change of a limit</source>
        <translation>Modification d’une limite</translation>
    </message>
    <message>
        <source>Reset of a limit</source>
        <translation>Réinitialisation d’une limite</translation>
    </message>
    <message>
        <source>Reload of the settings</source>
        <translation>Relecture des réglages</translation>
    </message>
    <message>
        <source>Change of the settings</source>
        <translation>Modification des réglages</translation>
    </message>
    <message>
        <source>Server started</source>
        <translation>Serveur démarré</translation>
    </message>
    <message>
        <source>Server stopping</source>
        <translation>Serveur en cours d’arrêt</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>Serveur arrêté</translation>
    </message>
    <message>
        <source>Dependency in trouble</source>
        <translation>Dépendance perturbée</translation>
    </message>
    <message>
        <source>Dependency recovered</source>
        <translation>Dépendance rétablie</translation>
    </message>
    <message>
        <source>Entries were lost</source>
        <translation>Des entrées ont été perdues</translation>
    </message>
    <message>
        <source>Export of the record</source>
        <translation>Export du journal d’audit</translation>
    </message>
    <message>
        <source>Old entries removed</source>
        <translation>Anciennes entrées supprimées</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Réussi</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échoué</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>Le serveur</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>%1, at the command line</source>
        <translation>%1, en ligne de commande</translation>
    </message>
    <message>
        <source>Request of somebody who may not</source>
        <translation>Requête non autorisée</translation>
    </message>
    <message>
        <source>Burning of a one-time secret</source>
        <translation>Destruction d’un secret à usage unique</translation>
    </message>
    <message>
        <source>Request for a one-time secret</source>
        <translation>Demande d’un secret à usage unique</translation>
    </message>
    <message>
        <source>Answer to a request for a secret</source>
        <translation>Réponse à une demande de secret</translation>
    </message>
    <message>
        <source>Collection of an answer</source>
        <translation>Retrait d’une réponse</translation>
    </message>
    <message>
        <source>Signing key only verifies</source>
        <translation>Clé de signature en vérification seule</translation>
    </message>
    <message>
        <source>Webhook tried again</source>
        <translation>Webhook retenté</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ExemptionList</name>
    <message>
        <source>Never limited</source>
        <translation>Jamais limités</translation>
    </message>
    <message>
        <source>Nobody: every address is under the limits.</source>
        <translation>Personne : les limites s’appliquent à toutes les adresses.</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>Adresse ou plage</translation>
    </message>
    <message>
        <source>Address or range that is never limited</source>
        <translation>Adresse ou plage jamais limitée</translation>
    </message>
    <message>
        <source>Never limit this address</source>
        <translation>Ne jamais limiter cette adresse</translation>
    </message>
    <message>
        <source>Limit %1 again</source>
        <translation>Limiter de nouveau %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ExportDialog</name>
    <message>
        <source>Export the names of secrets</source>
        <translation>Exporter les noms des secrets</translation>
    </message>
    <message>
        <source>A .env file</source>
        <translation>Un fichier .env</translation>
    </message>
    <message>
        <source>Docker secrets, for Compose</source>
        <translation>Secrets Docker, pour Compose</translation>
    </message>
    <message>
        <source>Kubernetes Secret</source>
        <translation>Secret Kubernetes</translation>
    </message>
    <message>
        <source>Kubernetes ExternalSecret</source>
        <translation>ExternalSecret Kubernetes</translation>
    </message>
    <message>
        <source>systemd credentials</source>
        <translation>Identifiants systemd</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Le fichier</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>No server gives values away, so this has places for them. With values, on the server&apos;s own machine:</source>
        <translation>Aucun serveur ne livre les valeurs ; leur place reste donc libre. Avec les valeurs, sur la machine du serveur :</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Écrit dans %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>Impossible d’écrire %1 : %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What the server needs, how fast it answers, and what goes without it.</source>
        <translation>Ce dont le serveur a besoin, en combien de temps cela répond, et ce qui manque sans cela.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::HealthWords</name>
    <message>
        <source>Works</source>
        <translation>Fonctionne</translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation>Perturbé</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>En panne</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de données</translation>
    </message>
    <message>
        <source>Audit record</source>
        <translation>Journal d’audit</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Without it nobody signs in and nothing is administered; tokens that were given out go on working.</source>
        <translation>Sans elle, personne ne se connecte et rien n’est administré ; les jetons déjà délivrés restent valables.</translation>
    </message>
    <message>
        <source>Without it no administrative act happens, as none may go unrecorded.</source>
        <translation>Sans lui, aucun acte d’administration n’a lieu, car aucun ne doit échapper au journal.</translation>
    </message>
    <message>
        <source>Without it each instance counts limits by itself, or refuses, as its policy says.</source>
        <translation>Sans lui, chaque instance compte les limites pour elle-même, ou refuse, selon sa règle.</translation>
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
            <numerusform>jour</numerusform>
            <numerusform>jours</numerusform>
        </translation>
    </message>
    <message>
        <source>One-time secrets</source>
        <translation>Secrets à usage unique</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Without it no one-time secret is taken in or handed out.</source>
        <translation>Sans eux, aucun secret à usage unique n’est accepté ni remis.</translation>
    </message>
    <message>
        <source>Without it events wait here, and are told later.</source>
        <translation>Sans lui, les événements attendent ici et sont signalés plus tard.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ImportDialog</name>
    <message>
        <source>Choose file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import from a .env file</source>
        <translation>Importer d’un fichier .env</translation>
    </message>
    <message>
        <source>Secrets in the file</source>
        <translation>Secrets du fichier</translation>
    </message>
    <message>
        <source>Choose a file of lines like NAME=value. Only names that this server knows are taken; values go to the server and are not shown.</source>
        <translation>Choisissez un fichier de lignes du type NOM=valeur. Seuls les noms connus de ce serveur sont pris ; les valeurs vont au serveur et ne sont pas affichées.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB.</source>
        <translation>%1 dépasse 1 Mio.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>Impossible de lire %1 : %2</translation>
    </message>
    <message>
        <source>The file cannot be taken:</source>
        <translation>Le fichier ne peut pas être importé :</translation>
    </message>
    <message>
        <source>%1 – in place of the one from: %2</source>
        <translation>%1 – à la place de celui de : %2</translation>
    </message>
    <message>
        <source>There is no secret of this server in the file.</source>
        <translation>Le fichier ne contient aucun secret de ce serveur.</translation>
    </message>
    <message>
        <source>All of the file is known here.</source>
        <translation>Tout le contenu du fichier est connu ici.</translation>
    </message>
    <message>
        <source>Left alone, as no secret of this server, twice, or without a value: %1</source>
        <translation>Ignorés, car inconnus de ce serveur, en double ou sans valeur : %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>All of it is taken over.</source>
        <translation>Tout a été importé.</translation>
    </message>
    <message>
        <source>Some could not be taken over; the list says why.</source>
        <translation>Certains n’ont pas pu être importés ; la liste dit pourquoi.</translation>
    </message>
    <message>
        <source>Taking over %1…</source>
        <translation>Importation de %1…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::KeyTimeline</name>
    <message>
        <source>Lives of the signing keys</source>
        <translation>Durées de vie des clés de signature</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Signe</translation>
    </message>
    <message>
        <source>Still verifies</source>
        <translation>Vérifie encore</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivante</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>depuis %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>from the next rotation on</source>
        <translation>dès le prochain renouvellement</translation>
    </message>
    <message>
        <source>%1 …%2 %3.</source>
        <comment>Signs …3f9a since 11:30.</comment>
        <translation>%1 …%2 %3.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LanguageBox</name>
    <message>
        <source>As the system does</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Language of the console</source>
        <translation>Langue de la console</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LatencyLine</name>
    <message>
        <source>Latency: %1 ms now, %2 ms at most</source>
        <translation>Latence : %1 ms maintenant, %2 ms au plus</translation>
    </message>
    <message>
        <source>at most %1 ms</source>
        <translation>au plus %1 ms</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LifeChoice</name>
    <message>
        <source>10 minutes</source>
        <translation>10 minutes</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>Une heure</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Un jour</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 jours</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LimitWords</name>
    <message>
        <source>Every address</source>
        <translation>Chaque adresse</translation>
    </message>
    <message>
        <source>Every account</source>
        <translation>Chaque compte</translation>
    </message>
    <message>
        <source>Sign-ins by address</source>
        <translation>Connexions par adresse</translation>
    </message>
    <message>
        <source>Sign-ins by account</source>
        <translation>Connexions par compte</translation>
    </message>
    <message>
        <source>Probes and metrics</source>
        <translation>Sondes et métriques</translation>
    </message>
    <message>
        <source>All that one address asks for.</source>
        <translation>Tout ce que demande une adresse.</translation>
    </message>
    <message>
        <source>All that somebody who is signed in asks for.</source>
        <translation>Tout ce que demande une personne connectée.</translation>
    </message>
    <message>
        <source>Keeps one address from guessing passwords.</source>
        <translation>Empêche une adresse de deviner des mots de passe.</translation>
    </message>
    <message>
        <source>Keeps many addresses from guessing one.</source>
        <translation>Empêche de nombreuses adresses d’en deviner un seul.</translation>
    </message>
    <message>
        <source>Apart from the rest, so that a busy caller never looks like a sick server.</source>
        <translation>À part du reste, pour qu’un appelant actif ne passe jamais pour un serveur malade.</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>par seconde</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>par minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>par heure</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>par jour</translation>
    </message>
    <message>
        <source>in %1 hours</source>
        <translation>en %1 h</translation>
    </message>
    <message>
        <source>in %1 minutes</source>
        <translation>en %1 min</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>en %1 s</translation>
    </message>
    <message>
        <source>%1 %2, %3 at once</source>
        <comment>60 a minute, 30 at once</comment>
        <translation>%1 %2, %3 d’un coup</translation>
    </message>
    <message>
        <source>one request every %1 s</source>
        <translation>une requête toutes les %1 s</translation>
    </message>
    <message>
        <source>%1 requests a second</source>
        <translation>%1 requêtes par seconde</translation>
    </message>
    <message>
        <source>Who asks steadily gets %1. Who was silent for %2 s may send %3 at once.</source>
        <translation>Qui demande régulièrement obtient %1. Qui s’est tu pendant %2 s peut en envoyer %3 d’un coup.</translation>
    </message>
    <message>
        <source>Each instance counts for itself</source>
        <translation>Chaque instance compte pour elle-même</translation>
    </message>
    <message>
        <source>Refuse (503)</source>
        <translation>Refuser (503)</translation>
    </message>
    <message>
        <source>Let everybody through</source>
        <translation>Laisser passer tout le monde</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LimitsPage</name>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>How much each caller may ask for. What is changed here holds from the next request on.</source>
        <translation>Combien chaque appelant peut demander. Ce qui est modifié ici vaut dès la prochaine requête.</translation>
    </message>
    <message>
        <source>Turn all limits off…</source>
        <translation>Désactiver toutes les limites…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Désactiver…</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Turn the limits on</source>
        <translation>Activer les limites</translation>
    </message>
    <message>
        <source>The limit “%1” was changed.</source>
        <translation>La limite « %1 » a été modifiée.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The limit “%1” is as it was.</source>
        <translation>La limite « %1 » est comme avant.</translation>
    </message>
    <message>
        <source>Who is never limited was changed.</source>
        <translation>La liste des jamais limités a été modifiée.</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>Tout est comme avant.</translation>
    </message>
    <message>
        <source>%1 has everything back.</source>
        <translation>%1 a tout récupéré.</translation>
    </message>
    <message>
        <source>The limits hold again.</source>
        <translation>Les limites s’appliquent de nouveau.</translation>
    </message>
    <message>
        <source>Turn off all limits of %1?</source>
        <translation>Désactiver toutes les limites de %1 ?</translation>
    </message>
    <message>
        <source>Anybody may then ask for as much as they like, and guess passwords as fast as the server answers. It stays so until you turn them on again.</source>
        <translation>N’importe qui pourra alors demander autant qu’il veut et deviner des mots de passe aussi vite que le serveur répond. Il en est ainsi jusqu’à ce que vous les réactiviez.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Nobody is limited any more.</source>
        <translation>Plus personne n’est limité.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LinkBox</name>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LoadLine</name>
    <message>
        <source>%1 a second let through, %2 a second refused</source>
        <translation>%1 par seconde acceptées, %2 par seconde refusées</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LocalSetupStep</name>
    <message>
        <source>Set up your server</source>
        <translation>Configurez votre serveur</translation>
    </message>
    <message>
        <source>Return takes what is proposed. All of it can be changed later.</source>
        <translation>La touche Entrée accepte ce qui est proposé. Tout peut être modifié plus tard.</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>&amp;Tester la connexion</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Use the &amp;keychain of this system</source>
        <translation>Utiliser le trou&amp;sseau de clés de ce système</translation>
    </message>
    <message>
        <source>It keeps the passwords of the server, and what its keys are sealed with. Without it, whoever can read the data folder has the keys.</source>
        <translation>Il garde les mots de passe du serveur et ce qui scelle ses clés. Sans lui, quiconque peut lire le dossier de données a les clés.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Choisir : %1</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Données</translation>
    </message>
    <message>
        <source>Folder of the server&apos;s data</source>
        <translation>Dossier des données du serveur</translation>
    </message>
    <message>
        <source>Count limits in a &amp;Redis</source>
        <translation>Compter les limites dans un &amp;Redis</translation>
    </message>
    <message>
        <source>So that several servers count together, and a restart forgets nothing.</source>
        <translation>Pour que plusieurs serveurs comptent ensemble et qu’un redémarrage n’oublie rien.</translation>
    </message>
    <message>
        <source>Address of Redis</source>
        <translation>Adresse de Redis</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>Adr&amp;esse</translation>
    </message>
    <message>
        <source>Speak T&amp;LS</source>
        <translation>Par&amp;ler TLS</translation>
    </message>
    <message>
        <source>With a certificate of your own. Only this computer can reach the server, so it also does without.</source>
        <translation>Avec un certificat à vous. Seul cet ordinateur atteint le serveur ; il s’en passe donc aussi bien.</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>&amp;Certificat</translation>
    </message>
    <message>
        <source>File of the certificate and its chain</source>
        <translation>Fichier du certificat et de sa chaîne</translation>
    </message>
    <message>
        <source>Its ke&amp;y</source>
        <translation>Sa cl&amp;é</translation>
    </message>
    <message>
        <source>File of the certificate&apos;s key</source>
        <translation>Fichier de la clé du certificat</translation>
    </message>
    <message>
        <source>Trying it out</source>
        <translation>Essai en cours</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Utiliser un autre serveur</translation>
    </message>
    <message>
        <source>Without a keychain there is no safe place for its address: start this program with the variable REDIS_URL instead.</source>
        <translation>Sans trousseau, il n’y a pas d’endroit sûr pour son adresse : lancez plutôt ce programme avec la variable REDIS_URL.</translation>
    </message>
    <message>
        <source>Enter the address of the Redis, or leave it out.</source>
        <translation>Saisissez l’adresse de Redis, ou passez-vous-en.</translation>
    </message>
    <message>
        <source>Choose the files of the certificate and of its key, or leave them out.</source>
        <translation>Choisissez les fichiers du certificat et de sa clé, ou passez-vous-en.</translation>
    </message>
    <message>
        <source>Is Redis running there, may this computer reach it, and are user and password right? With TLS the address begins with rediss://.</source>
        <translation>Redis y fonctionne-t-il, cet ordinateur peut-il l’atteindre, l’utilisateur et le mot de passe sont-ils bons ? Avec TLS, l’adresse commence par rediss://.</translation>
    </message>
    <message>
        <source>It answers: %1</source>
        <translation>Il répond : %1</translation>
    </message>
    <message>
        <source>It cannot be used here (%1). Return goes on without it.</source>
        <translation>Il ne peut pas être utilisé ici (%1). La touche Entrée continue sans lui.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Nobody was here for a while. You are still signed in as %1.</source>
        <translation>Personne n’était là depuis un moment. Vous êtes toujours connecté en tant que %1.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Password to unlock</source>
        <translation>Mot de passe de déverrouillage</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Le mot de passe est incorrect.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogDetail</name>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Close the line</source>
        <translation>Fermer la ligne</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Same request</source>
        <translation>Même requête</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogFilterBar</name>
    <message>
        <source>Search in the log</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation>Information et pire</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>Avertissements et pire</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Every part</source>
        <translation>Toutes les parties</translation>
    </message>
    <message>
        <source>Part of the server</source>
        <translation>Partie du serveur</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>Débogage</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avert.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Erreur</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogsPage</name>
    <message>
        <source>Lines of the log</source>
        <translation>Lignes du journal</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Journaux</translation>
    </message>
    <message>
        <source>What the server writes down, as it does; secrets are masked.</source>
        <translation>Ce que le serveur consigne, en direct ; les secrets sont masqués.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Pause or follow the log</source>
        <translation>Suspendre ou suivre le journal</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>Chercher dans le journal</translation>
    </message>
    <message>
        <source>Clear what is shown</source>
        <translation>Effacer l’affichage</translation>
    </message>
    <message>
        <source>Save what is shown…</source>
        <translation>Enregistrer l’affichage…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Suspendre</translation>
    </message>
    <message>
        <source>Follow the log</source>
        <translation>Suivre le journal</translation>
    </message>
    <message>
        <source>Pause the log</source>
        <translation>Suspendre le journal</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Suspendu.</translation>
    </message>
    <message>
        <source>Paused. New lines that wait: %1</source>
        <translation>Suspendu. Nouvelles lignes en attente : %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>No line of the log is like this.</source>
        <translation>Aucune ligne du journal ne correspond.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Nothing has been written yet</source>
        <translation>Rien n’a encore été écrit</translation>
    </message>
    <message>
        <source>Lines appear here as the server writes them, from the moment this page was opened.</source>
        <translation>Les lignes apparaissent ici à mesure que le serveur les écrit, depuis l’ouverture de cette page.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Enregistrer le journal</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>Impossible d’écrire %1 : %2</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Enregistré dans %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewTokenDialog</name>
    <message>
        <source>Good for &amp;one secret only</source>
        <translation>Valable pour un &amp;seul secret</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>New share token</source>
        <translation>Nouveau jeton de partage</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Un jour</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Une semaine</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Un an</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>Durée de validité du jeton</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> Kio</translation>
    </message>
    <message>
        <source>As the server allows</source>
        <translation>Ce que le serveur permet</translation>
    </message>
    <message>
        <source>Largest secret</source>
        <translation>Plus grand secret</translation>
    </message>
    <message>
        <source>Lets whoever has it create one-time secrets, without an account.</source>
        <translation>Permet à qui l’a de créer des secrets à usage unique, sans compte.</translation>
    </message>
    <message>
        <source>&amp;Good for</source>
        <translation>&amp;Valable</translation>
    </message>
    <message>
        <source>&amp;Largest secret</source>
        <translation>&amp;Plus grand secret</translation>
    </message>
    <message>
        <source>This is the token. It is shown this once; the server keeps only its hash.</source>
        <translation>Voici le jeton. Il n’est montré que cette fois ; le serveur n’en garde que l’empreinte.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewUserDialog</name>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Nouvel utilisateur</translation>
    </message>
    <message>
        <source>Letters, digits and underscores</source>
        <translation>Lettres, chiffres et tirets bas</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rôle</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>Mot de &amp;passe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The password was made just now. Copy it and hand it over as a one-time secret; nobody can read it here later.</source>
        <translation>Le mot de passe vient d’être généré. Copiez-le et transmettez-le comme secret à usage unique ; personne ne pourra plus le lire ici.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewValueDialog</name>
    <message>
        <source>Set</source>
        <translation>Définir</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>En générer un autre</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>Définir %1</translation>
    </message>
    <message>
        <source>Make another %1</source>
        <translation>Générer un autre %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Sent to the server and never shown again</source>
        <translation>Envoyée au serveur et plus jamais affichée</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Valeur</translation>
    </message>
    <message>
        <source>&amp;The server makes it, and nobody is shown</source>
        <translation>&amp;Le serveur le génère et personne ne le voit</translation>
    </message>
    <message>
        <source>&amp;Show it to me this once, to hand it on</source>
        <translation>&amp;Me le montrer cette seule fois, pour le transmettre</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Où il est conservé</translation>
    </message>
    <message>
        <source>&amp;Kept in</source>
        <translation>&amp;Conservé dans</translation>
    </message>
    <message>
        <source>It signs at once. What was signed before stays good for %1, so nobody is signed out.</source>
        <translation>Elle signe aussitôt. Ce qui a été signé avant reste valable %1 ; personne n’est donc déconnecté.</translation>
    </message>
    <message>
        <source>The one before ends. Whoever has it needs the new one.</source>
        <translation>Le précédent prend fin. Quiconque l’utilise a besoin du nouveau.</translation>
    </message>
    <message>
        <source>It goes to the server and is never shown again.</source>
        <translation>La valeur va au serveur et n’est plus jamais affichée.</translation>
    </message>
    <message>
        <source>It %1.</source>
        <translation>Le serveur indique : %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
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
        <translation>Fermer l’avis</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Temps de réponse</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusées</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>95 of 100 requests of the last moments were answered within this time.</source>
        <translation>95 requêtes sur 100 de ces derniers instants ont reçu une réponse dans ce délai.</translation>
    </message>
    <message>
        <source>Requests over a rate limit, which were answered with 429.</source>
        <translation>Requêtes au-delà d’une limite, auxquelles il a été répondu 429.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À surveiller</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Dépendances</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>Derniers événements</translation>
    </message>
    <message>
        <source>Version %1, running for %2 %3, %4.</source>
        <comment>3.1, running for 5 hours, for production</comment>
        <translation>Version %1, en marche depuis %2 %3, %4.</translation>
    </message>
    <message>
        <source>for production</source>
        <translation>pour la production</translation>
    </message>
    <message>
        <source>for development</source>
        <translation>pour le développement</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>par seconde</translation>
    </message>
    <message>
        <source>open connections: %1</source>
        <translation>connexions ouvertes : %1</translation>
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
        <translation>des requêtes échouent</translation>
    </message>
    <message>
        <source>over a limit</source>
        <translation>au-delà d’une limite</translation>
    </message>
    <message>
        <source>users: %1</source>
        <translation>utilisateurs : %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message>
        <source>Nothing at the moment</source>
        <translation>Rien pour le moment</translation>
    </message>
    <message>
        <source>Everything the server needs works, and nobody is being refused unusually often.</source>
        <translation>Tout ce dont le serveur a besoin fonctionne, et personne n’est refusé anormalement souvent.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyCard</name>
    <message>
        <source>Change the limit “%1”</source>
        <translation>Modifier la limite « %1 »</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Only counts</source>
        <translation>Compte seulement</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>Appliquée</translation>
    </message>
    <message>
        <source>%1/s let through · would have refused %2</source>
        <translation>%1/s acceptées · en aurait refusé %2</translation>
    </message>
    <message>
        <source>%1/s let through · refused %2 so far</source>
        <translation>%1/s acceptées · %2 refusées jusqu’ici</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyDialog</name>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>In a time of</source>
        <translation>Sur une durée de</translation>
    </message>
    <message>
        <source>As many as in the whole time</source>
        <translation>Autant que sur toute la durée</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Requêtes d’un coup</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Limite : %1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>Unité de la durée</translation>
    </message>
    <message>
        <source>Refuse it (429)</source>
        <translation>Refuser (429)</translation>
    </message>
    <message>
        <source>Only count it (shadow mode)</source>
        <translation>Compter seulement (mode fantôme)</translation>
    </message>
    <message>
        <source>What is over the limit</source>
        <translation>Ce qui dépasse la limite</translation>
    </message>
    <message>
        <source>While Redis is away</source>
        <translation>Pendant l’absence de Redis</translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation>&amp;Requêtes</translation>
    </message>
    <message>
        <source>&amp;In a time of</source>
        <translation>&amp;Sur une durée de</translation>
    </message>
    <message>
        <source>At &amp;once</source>
        <translation>&amp;D’un coup</translation>
    </message>
    <message>
        <source>What is o&amp;ver it</source>
        <translation>Ce qui dé&amp;passe</translation>
    </message>
    <message>
        <source>While Redis is &amp;away</source>
        <translation>Pendant l’&amp;absence de Redis</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>Comme configuré</translation>
    </message>
    <message>
        <source>Takes back what was changed here: what the configuration file or the environment says holds again.</source>
        <translation>Annule ce qui a été modifié ici : le fichier de configuration ou l’environnement fait de nouveau foi.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>The longest time is 24 hours.</source>
        <translation>La durée maximale est de 24 heures.</translation>
    </message>
    <message>
        <source>Nothing changes yet.</source>
        <translation>Rien ne change encore.</translation>
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
        <translation>Au cours de la dernière heure</translation>
    </message>
    <message>
        <source>In the last %1 min</source>
        <translation>Ces %1 dernières min</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>These numbers cannot be tried.</source>
        <translation>Ces valeurs ne peuvent pas être essayées.</translation>
    </message>
    <message>
        <source>Trying it on the last hour…</source>
        <translation>Essai sur la dernière heure…</translation>
    </message>
    <message>
        <source>Nobody came in the last hour: there is nothing to try it on.</source>
        <translation>Personne n’est venu au cours de la dernière heure : il n’y a rien sur quoi l’essayer.</translation>
    </message>
    <message>
        <source>It would have refused more than now.</source>
        <translation>Plus auraient été refusées que maintenant.</translation>
    </message>
    <message>
        <source>It would have refused nobody.</source>
        <translation>Personne n’aurait été refusé.</translation>
    </message>
    <message>
        <source>It would have refused less than now.</source>
        <translation>Moins auraient été refusées que maintenant.</translation>
    </message>
    <message>
        <source>It refuses nobody, as now.</source>
        <translation>Personne n’est refusé, comme maintenant.</translation>
    </message>
    <message>
        <source>It would have refused as many as now.</source>
        <translation>Autant auraient été refusées que maintenant.</translation>
    </message>
    <message>
        <source>In shadow mode they are only counted, and let through.</source>
        <translation>En mode fantôme, elles sont seulement comptées et passent.</translation>
    </message>
    <message>
        <source>Requests are remembered by ten seconds, so the truth lies between the two numbers.</source>
        <translation>Les requêtes sont mémorisées par tranches de dix secondes : la vérité est entre les deux nombres.</translation>
    </message>
    <message>
        <source>Not in it, for want of room: requests %1.</source>
        <translation>Non comprises, faute de place : requêtes %1.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Appelants</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Reçues</translation>
    </message>
    <message>
        <source>Refused as it is now</source>
        <translation>Refusées avec le réglage actuel</translation>
    </message>
    <message>
        <source>Refused with these numbers</source>
        <translation>Refusées avec ces valeurs</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PreferencesPanel</name>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>As the &amp;system does</source>
        <translation>Comme le &amp;système</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Clair</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>S&amp;ombre</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the console</source>
        <translation>Lan&amp;gue de la console</translation>
    </message>
    <message>
        <source>Of its texts, dates and numbers. What the server says stays in English, and a page with something entered changes when that is done.</source>
        <translation>Pour les textes, les dates et les nombres. Ce que dit le serveur reste en anglais, et une page où quelque chose est saisi change une fois que c’est terminé.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Closing the window leaves Gatehouse in the &amp;tray</source>
        <translation>Fermer la fenêtre laisse Gatehouse dans la &amp;boîte à miniatures</translation>
    </message>
    <message>
        <source>The server in this program goes on running; the icon brings the window back, or ends both.</source>
        <translation>Le serveur de ce programme continue de fonctionner ; l’icône ramène la fenêtre ou arrête les deux.</translation>
    </message>
    <message>
        <source>This desktop shows no tray, so closing the window ends the program.</source>
        <translation>Ce bureau n’a pas de boîte à miniatures ; fermer la fenêtre arrête donc le programme.</translation>
    </message>
    <message>
        <source>&amp;Notify me of what needs attention</source>
        <translation>Me &amp;notifier ce qui demande attention</translation>
    </message>
    <message>
        <source>While the window does not show: a server that is lost, a dependency that fails.</source>
        <translation>Quand la fenêtre n’est pas visible : un serveur perdu, une dépendance en panne.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouillage</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln minutes</source>
        <translation>
            <numerusform>Après %Ln minute</numerusform>
            <numerusform>Après %Ln minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>Verrouiller la console</translation>
    </message>
    <message>
        <source>Lock the &amp;console</source>
        <translation>&amp;Verrouiller la console</translation>
    </message>
    <message>
        <source>Without a key or a move of the mouse for so long, the pages are covered and the password is asked for.</source>
        <translation>Sans touche ni mouvement de souris pendant ce temps, les pages sont masquées et le mot de passe est demandé.</translation>
    </message>
    <message>
        <source>Lock it when the sc&amp;reen is locked</source>
        <translation>La verrouiller quand l’&amp;écran est verrouillé</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileCard</name>
    <message>
        <source>In this program, for this computer</source>
        <translation>Dans ce programme, pour cet ordinateur</translation>
    </message>
    <message>
        <source>Only looked at</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Vous êtes ici</translation>
    </message>
    <message>
        <source>Certificate %1…</source>
        <translation>Certificat %1…</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <translation>Basculer</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Basculer vers %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Oublier %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileDialog</name>
    <message>
        <source>Only &amp;look at it from here: nothing can be changed</source>
        <translation>&amp;Lecture seule d’ici : rien ne peut être modifié</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Ajouter un serveur</translation>
    </message>
    <message>
        <source>Change a server</source>
        <translation>Modifier un serveur</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Nom du serveur</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>What the server is for</source>
        <translation>À quoi sert le serveur</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nom</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>À &amp;quoi il sert</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Couleur</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Colour of the server</source>
        <translation>Couleur du serveur</translation>
    </message>
    <message>
        <source>As what it is for</source>
        <translation>Selon son usage</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violet</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Jaune</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://gate.example.org</source>
        <translation>Saisissez l’adresse du serveur, par exemple https://gate.example.org</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileStore</name>
    <message>
        <source>This is no file of servers.</source>
        <translation>Ce n’est pas un fichier de serveurs.</translation>
    </message>
    <message>
        <source>Server %1 in the file has no name, or no address that can be.</source>
        <translation>Le serveur %1 du fichier n’a pas de nom, ou pas d’adresse possible.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReceiveCard</name>
    <message>
        <source>Receive</source>
        <translation>Recevoir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Link to open</source>
        <translation>Lien à ouvrir</translation>
    </message>
    <message>
        <source>Passphrase, if it has one</source>
        <translation>Phrase secrète, s’il y en a une</translation>
    </message>
    <message>
        <source>Passphrase of the secret</source>
        <translation>Phrase secrète du secret</translation>
    </message>
    <message>
        <source>This is no whole link to a secret: it ends on # and a key.</source>
        <translation>Ce n’est pas un lien complet vers un secret : il se termine par # et une clé.</translation>
    </message>
    <message>
        <source>It is only here now: the server has nothing of it left.</source>
        <translation>Il n’est plus qu’ici : le serveur n’en a rien gardé.</translation>
    </message>
    <message>
        <source>Link to a secret, on whatever server</source>
        <translation>Lien vers un secret, sur n’importe quel serveur</translation>
    </message>
    <message>
        <source>With this link somebody asks you for a secret. Open it in a browser, or with “gatehouse answer”.</source>
        <translation>Par ce lien, quelqu’un vous demande un secret. Ouvrez-le dans un navigateur, ou avec « gatehouse answer ».</translation>
    </message>
    <message>
        <source>The link leads to your server “%1” (%2), not to the one you are at. It is not told who you are.</source>
        <translation>Le lien mène à votre serveur « %1 » (%2), pas à celui où vous êtes. Il n’apprend pas qui vous êtes.</translation>
    </message>
    <message>
        <source>The link leads to %1, not to the server you are at. It is not told who you are, but sees your address.</source>
        <translation>Le lien mène à %1, pas au serveur où vous êtes. Il n’apprend pas qui vous êtes, mais voit votre adresse.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. What comes is, but others can see that you fetch it, or keep it from you.</source>
        <translation>La connexion n’est pas chiffrée. Ce qui arrive l’est, mais d’autres peuvent voir que vous le récupérez, ou vous en priver.</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>L’ouvrir là-bas</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReceivedView</name>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>What was received</source>
        <translation>Ce qui a été reçu</translation>
    </message>
    <message>
        <source>Copy what was received</source>
        <translation>Copier ce qui a été reçu</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Oublier</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Un fichier</translation>
    </message>
    <message>
        <source>A text, %1</source>
        <translation>Un texte, %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Save what was received</source>
        <translation>Enregistrer ce qui a été reçu</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RecordCheckBar</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>Lecture du journal d’audit…</translation>
    </message>
    <message>
        <source>The record does not hold together: %1.</source>
        <translation>Le journal d’audit est incohérent : %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries hold together; checkpoints cover %1 of them. Whether the checkpoints are signed by your key, gatehouse audit verify says.</source>
        <translation>
            <numerusform>%Ln entrée est cohérente ; les points de contrôle en couvrent %1. Pour savoir s’ils sont signés par votre clé : gatehouse audit verify.</numerusform>
            <numerusform>%Ln entrées sont cohérentes ; les points de contrôle en couvrent %1. Pour savoir s’ils sont signés par votre clé : gatehouse audit verify.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Enregistré sous %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>Impossible d’écrire %1 : %2.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RequestModel</name>
    <message>
        <source>It has been collected already, or has expired.</source>
        <translation>Il a déjà été récupéré, ou il a expiré.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RestrictionFields</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Phrase secrète</translation>
    </message>
    <message>
        <source>Passphrase to open it</source>
        <translation>Phrase secrète pour l’ouvrir</translation>
    </message>
    <message>
        <source>none; tell it another way</source>
        <translation>aucune ; à communiquer autrement</translation>
    </message>
    <message>
        <source>Only &amp;from</source>
        <translation>Seulement &amp;depuis</translation>
    </message>
    <message>
        <source>Addresses it may be opened from</source>
        <translation>Adresses depuis lesquelles il peut être ouvert</translation>
    </message>
    <message>
        <source>Only in &amp;countries</source>
        <translation>Seulement dans les pa&amp;ys</translation>
    </message>
    <message>
        <source>Countries it may be opened in</source>
        <translation>Pays où il peut être ouvert</translation>
    </message>
    <message>
        <source>Only in &amp;networks</source>
        <translation>Seulement dans les &amp;réseaux</translation>
    </message>
    <message>
        <source>Autonomous systems it may be opened in</source>
        <translation>Systèmes autonomes où il peut être ouvert</translation>
    </message>
    <message>
        <source>“%1” is no address and no range of addresses.</source>
        <translation>« %1 » n’est ni une adresse ni une plage d’adresses.</translation>
    </message>
    <message>
        <source>“%1” is no country: enter two letters, such as DE.</source>
        <translation>« %1 » n’est pas un pays : saisissez deux lettres, par exemple DE.</translation>
    </message>
    <message>
        <source>“%1” is no network: enter its number, such as AS64496.</source>
        <translation>« %1 » n’est pas un réseau : saisissez son numéro, par exemple AS64496.</translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters.</source>
        <translation>Une phrase secrète compte au moins %1 caractères.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReviewDialog</name>
    <message>
        <source>none</source>
        <comment>value of a setting</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>Ce qui va changer</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <source>All of it or nothing, for all instances and across restarts.</source>
        <translation>Tout ou rien, pour toutes les instances et au-delà des redémarrages.</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Saisissez %1 pour continuer :</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Saisissez %1 pour continuer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Nothing: the settings have these values already.</source>
        <translation>Rien : les réglages ont déjà ces valeurs.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RotationDialog</name>
    <message>
        <source>&amp;Gracefully: nobody is signed out</source>
        <translation>En &amp;douceur : personne n’est déconnecté</translation>
    </message>
    <message>
        <source>&amp;At once: everything signed so far is void</source>
        <translation>&amp;Immédiatement : tout ce qui a été signé est caduc</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Saisissez %1 pour continuer :</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Renouveler</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Rotate the signing key of %1</source>
        <translation>Renouveler la clé de signature de %1</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Saisissez %1 pour continuer</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>À partir de là</translation>
    </message>
    <message>
        <source>For when somebody else may have the key. Everybody, you too, has to show a refresh token or sign in anew.</source>
        <translation>Pour le cas où quelqu’un d’autre aurait la clé. Chacun, vous aussi, devra présenter un jeton d’actualisation ou se reconnecter.</translation>
    </message>
    <message>
        <source>The key that signs now goes on verifying for %1, longer than any token it signed lives.</source>
        <translation>La clé qui signe actuellement vérifie encore pendant %1, plus longtemps que ne vit tout jeton qu’elle a signé.</translation>
    </message>
    <message>
        <source>Void and rotate</source>
        <translation>Invalider et renouveler</translation>
    </message>
    <message>
        <source>Another key signs. Mind: %1</source>
        <translation>Une autre clé signe. Attention : %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretModel</name>
    <message>
        <source>Not known</source>
        <translation>Inconnu</translation>
    </message>
    <message>
        <source>It %1</source>
        <translation>Le serveur indique : %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Usage</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Robustesse</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Next rotation</source>
        <translation>Renouvellement</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretWords</name>
    <message>
        <source>Signs access tokens</source>
        <translation>Signe les jetons d’accès</translation>
    </message>
    <message>
        <source>Signs the requests of AI agents</source>
        <translation>Signe pour les agents d’IA</translation>
    </message>
    <message>
        <source>Opens /metrics from elsewhere</source>
        <translation>Ouvre /metrics depuis ailleurs</translation>
    </message>
    <message>
        <source>Redis, with its password</source>
        <translation>Redis, avec son mot de passe</translation>
    </message>
    <message>
        <source>Redis for limits alone</source>
        <translation>Redis pour les seules limites</translation>
    </message>
    <message>
        <source>Password of Redis</source>
        <translation>Mot de passe de Redis</translation>
    </message>
    <message>
        <source>Password of the Sentinels</source>
        <translation>Mot de passe des Sentinels</translation>
    </message>
    <message>
        <source>Database, with its password</source>
        <translation>Base de données, mot de passe inclus</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Mot de passe de la base de données</translation>
    </message>
    <message>
        <source>Shown to the webhook</source>
        <translation>Présenté au webhook</translation>
    </message>
    <message>
        <source>Signs what the webhook is sent</source>
        <translation>Signe ce qui est envoyé au webhook</translation>
    </message>
    <message>
        <source>Opens the encrypted files</source>
        <translation>Ouvre les fichiers chiffrés</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Non défini</translation>
    </message>
    <message>
        <source>Made by the server</source>
        <translation>Autogénéré</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Environnement</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Fichier chiffré</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Trousseau</translation>
    </message>
    <message>
        <source>256 bits</source>
        <translation>256 bits</translation>
    </message>
    <message>
        <source>%1 bits or more</source>
        <translation>%1 bits ou plus</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Faible</translation>
    </message>
    <message>
        <source>less than an hour</source>
        <translation>moins d’une heure</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>une heure</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln heure</numerusform>
            <numerusform>%Ln heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Due since %1</source>
        <translation>En retard de %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>Dans %1</translation>
    </message>
    <message>
        <source>The system&apos;s keychain</source>
        <translation>Le trousseau du système</translation>
    </message>
    <message>
        <source>The encrypted file %1</source>
        <translation>Le fichier chiffré %1</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>le trousseau</translation>
    </message>
    <message>
        <source>%1 is now in %2.</source>
        <translation>%1 se trouve désormais dans %2.</translation>
    </message>
    <message>
        <source>The server goes by it already.</source>
        <translation>Le serveur l’utilise déjà.</translation>
    </message>
    <message>
        <source>The server goes by it from its next start on.</source>
        <translation>Le serveur l’utilisera à partir de son prochain démarrage.</translation>
    </message>
    <message>
        <source>But the server goes by another, which comes first: %1. Take that away.</source>
        <translation>Mais le serveur en utilise un autre, prioritaire : %1. Retirez-le.</translation>
    </message>
    <message>
        <source>Mind: it %1.</source>
        <translation>Attention, le serveur indique : %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretsPage</name>
    <message>
        <source>Secrets</source>
        <translation>Secrets</translation>
    </message>
    <message>
        <source>Values are set here, never read.</source>
        <translation>Les valeurs se définissent ici et ne se lisent jamais.</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>Clés de signature</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Renouveler…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Définir…</translation>
    </message>
    <message>
        <source>Make another…</source>
        <translation>En générer un autre…</translation>
    </message>
    <message>
        <source>Rotate the signing key…</source>
        <translation>Renouveler la clé de signature…</translation>
    </message>
    <message>
        <source>Import from a .env file…</source>
        <translation>Importer d’un fichier .env…</translation>
    </message>
    <message>
        <source>Export the names of secrets…</source>
        <translation>Exporter les noms des secrets…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>%1 is weak: it %2. Make another.</source>
        <translation>%1 est faible. Le serveur indique : %2. Générez-en un autre.</translation>
    </message>
    <message>
        <source>%1 is due: rotate it.</source>
        <translation>%1 arrive à échéance : renouvelez-la.</translation>
    </message>
    <message>
        <source>%1 is due: make another, and hand it on.</source>
        <translation>%1 arrive à échéance : générez-en un autre et transmettez-le.</translation>
    </message>
    <message>
        <source>Nothing can be stored yet. Start the server with a SECRETS_PASSPHRASE, under which it keeps an encrypted file, or with secrets.keychain on.</source>
        <translation>Rien ne peut encore être conservé. Démarrez le serveur avec une SECRETS_PASSPHRASE, sous laquelle il tient un fichier chiffré, ou avec secrets.keychain activé.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SendCard</name>
    <message>
        <source>%1 is too large to be handed over.</source>
        <translation>%1 est trop volumineux pour être transmis.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>Impossible de lire %1 : %2.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Tell &amp;me when it is opened, and from where</source>
        <translation>Me dire &amp;quand et d’où il est ouvert</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>Créer le lien</translation>
    </message>
    <message>
        <source>What is to be handed over, once. It is encrypted before it leaves this computer.</source>
        <translation>Ce qui doit être transmis, une seule fois. C’est chiffré avant de quitter cet ordinateur.</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>Texte à envoyer</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>Fichiers à envoyer</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message>
        <source>How long it can be opened</source>
        <translation>Combien de temps il peut être ouvert</translation>
    </message>
    <message>
        <source>Can be &amp;opened for</source>
        <translation>Peut être &amp;ouvert pendant</translation>
    </message>
    <message>
        <source>The link opens it once. Whoever has the link has the secret.</source>
        <translation>Le lien l’ouvre une seule fois. Qui a le lien a le secret.</translation>
    </message>
    <message>
        <source>Link to the secret</source>
        <translation>Lien vers le secret</translation>
    </message>
    <message>
        <source>Copied; it is taken off the clipboard after half a minute.</source>
        <translation>Copié ; il quitte le presse-papiers après une demi-minute.</translation>
    </message>
    <message>
        <source>%1 – Return takes it away again</source>
        <translation>%1 – Entrée le retire</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 fichiers</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SentList</name>
    <message>
        <source>Sent</source>
        <translation>Envoyé</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>Non ouvert</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Ouvert</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expiré</translation>
    </message>
    <message>
        <source>Destroyed by you</source>
        <translation>Détruit par vous</translation>
    </message>
    <message>
        <source>Locked or destroyed</source>
        <translation>Bloqué ou détruit</translation>
    </message>
    <message>
        <source>Opened %1 from %2.</source>
        <translation>Ouvert le %1 depuis %2.</translation>
    </message>
    <message>
        <source>Sent %1, until %2.</source>
        <translation>Envoyé le %1, jusqu’au %2.</translation>
    </message>
    <message>
        <source>Failed attempts: %1.</source>
        <translation>Tentatives échouées : %1.</translation>
    </message>
    <message>
        <source>Sent from here</source>
        <translation>Envoyés d’ici</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Rien encore</translation>
    </message>
    <message>
        <source>What you send appears here, with who opened it and when, until you sign out.</source>
        <translation>Ce que vous envoyez apparaît ici, avec qui l’a ouvert et quand, jusqu’à votre déconnexion.</translation>
    </message>
    <message>
        <source>Destroy “%1” before it is opened</source>
        <translation>Détruire « %1 » avant son ouverture</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServerChoice</name>
    <message>
        <source>Where does your server run?</source>
        <translation>Où fonctionne votre serveur ?</translation>
    </message>
    <message>
        <source>Both can be changed later.</source>
        <translation>Les deux peuvent être modifiés plus tard.</translation>
    </message>
    <message>
        <source>&amp;Here, in this program</source>
        <translation>&amp;Ici, dans ce programme</translation>
    </message>
    <message>
        <source>&amp;Elsewhere; connect to it</source>
        <translation>Ai&amp;lleurs ; s’y connecter</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Starts now, for this computer only. Its data is kept in %1, its keys are made by itself.</source>
        <translation>Démarre maintenant, pour cet ordinateur seulement. Ses données sont dans %1, il crée lui-même ses clés.</translation>
    </message>
    <message>
        <source>A Gatehouse on another machine, or one that is already running on this one.</source>
        <translation>Un Gatehouse sur une autre machine, ou un qui fonctionne déjà sur celle-ci.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi il sert</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>À &amp;quoi il sert</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://gate.example.org</source>
        <translation>Saisissez l’adresse du serveur, par exemple https://gate.example.org</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>Lan&amp;gue</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServerProfile</name>
    <message>
        <source>Local</source>
        <translation>Local</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Production</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServersPage</name>
    <message>
        <source>Servers</source>
        <translation>Serveurs</translation>
    </message>
    <message>
        <source>Where this console can be. You stay signed in to each while it is open.</source>
        <translation>Là où cette console peut aller. Vous restez connecté à chacun tant qu’elle est ouverte.</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Ajouter un serveur…</translation>
    </message>
    <message>
        <source>Import servers…</source>
        <translation>Importer des serveurs…</translation>
    </message>
    <message>
        <source>Export servers…</source>
        <translation>Exporter les serveurs…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Ajouter un serveur</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>Oublier %1 ?</translation>
    </message>
    <message>
        <source>Only this console forgets it, and the certificate it knows of it; nothing happens to the server.</source>
        <translation>Seule cette console l’oublie, avec le certificat qu’elle lui connaît ; rien n’arrive au serveur.</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Oublier %1</translation>
    </message>
    <message>
        <source>%1 is forgotten.</source>
        <translation>%1 est oublié.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import servers</source>
        <translation>Importer des serveurs</translation>
    </message>
    <message>
        <source>Export servers</source>
        <translation>Exporter les serveurs</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>Impossible de lire %1.</translation>
    </message>
    <message>
        <source>Servers imported: %1.</source>
        <translation>Serveurs importés : %1.</translation>
    </message>
    <message>
        <source>Saved to %1. It holds no passwords.</source>
        <translation>Enregistré dans %1. Il ne contient aucun mot de passe.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>Impossible d’écrire %1 : %2.</translation>
    </message>
    <message>
        <source>Here already, and left as they are: %1.</source>
        <translation>Déjà présents et laissés tels quels : %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SessionList</name>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>End all</source>
        <translation>Tout fermer</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Personne de choisi</translation>
    </message>
    <message>
        <source>Choose a user to see where they are signed in.</source>
        <translation>Choisissez un utilisateur pour voir où il est connecté.</translation>
    </message>
    <message>
        <source>Sessions of %1</source>
        <translation>Sessions de %1</translation>
    </message>
    <message>
        <source>Signed in nowhere</source>
        <translation>Connecté nulle part</translation>
    </message>
    <message>
        <source>%1 has no session.</source>
        <translation>%1 n’a aucune session.</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Depuis %1</translation>
    </message>
    <message>
        <source>Last used %1 · ends %2</source>
        <translation>Dernier usage %1 · prend fin %2</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>End the session of %1 from %2</source>
        <translation>Fermer la session de %1 depuis %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SessionMemory</name>
    <message>
        <source>The keychain of this system could not be used (%1). You work as always, but are not remembered.</source>
        <translation>Le trousseau de ce système n’a pas pu être utilisé (%1). Vous travaillez comme d’habitude, mais ne restez pas connecté.</translation>
    </message>
    <message>
        <source>The keychain of this system could not be opened (%1). Sign in with your password.</source>
        <translation>Le trousseau de ce système n’a pas pu être ouvert (%1). Connectez-vous avec votre mot de passe.</translation>
    </message>
    <message>
        <source>The keychain of this system is locked, or has lost what it kept. Sign in with your password.</source>
        <translation>Le trousseau de ce système est verrouillé, ou a perdu ce qu’il gardait. Connectez-vous avec votre mot de passe.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingEditor</name>
    <message>
        <source>Setting</source>
        <translation>Réglage</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>Comme configuré</translation>
    </message>
    <message>
        <source>Close the setting</source>
        <translation>Fermer le réglage</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nouvelle valeur</translation>
    </message>
    <message>
        <source>Takes back the change: what the configuration file or the environment says holds again.</source>
        <translation>Annule la modification : le fichier de configuration ou l’environnement fait de nouveau foi.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>value of a setting</comment>
        <translation>aucune</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Provient de</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>The server reads this one only when it starts. Change it in its file, environment or flags, and start it again.</source>
        <translation>Le serveur ne lit ce réglage qu’au démarrage. Modifiez-le dans son fichier, son environnement ou ses options, puis redémarrez-le.</translation>
    </message>
    <message>
        <source>Only administrators change settings.</source>
        <translation>Seuls les administrateurs modifient les réglages.</translation>
    </message>
    <message>
        <source>One on each line. Nothing holds before you apply it.</source>
        <translation>Un par ligne. Rien ne vaut avant d’être appliqué.</translation>
    </message>
    <message>
        <source>Nothing holds before you apply it.</source>
        <translation>Rien ne vaut avant d’être appliqué.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingModel</name>
    <message>
        <source>Not applied yet</source>
        <translation>Pas encore appliqué</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Par défaut</translation>
    </message>
    <message>
        <source>Changed while running</source>
        <translation>Modifié à chaud</translation>
    </message>
    <message>
        <source>as configured</source>
        <translation>comme configuré</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Réglage</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Provient de</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingsPage</name>
    <message>
        <source>Settings of the server</source>
        <translation>Réglages du serveur</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>What the server goes by, and where each value comes from.</source>
        <translation>Ce que suit le serveur, et d’où vient chaque valeur.</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>Chercher dans les réglages</translation>
    </message>
    <message>
        <source>Every section</source>
        <translation>Toutes les sections</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Tous les réglages</translation>
    </message>
    <message>
        <source>Not the default</source>
        <translation>Non par défaut</translation>
    </message>
    <message>
        <source>Changeable while running</source>
        <translation>Modifiables à chaud</translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation>Pas encore appliqué</translation>
    </message>
    <message>
        <source>Which settings</source>
        <translation>Quels réglages</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Examiner…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>Cette console</translation>
    </message>
    <message>
        <source>Settings of this console</source>
        <translation>Réglages de cette console</translation>
    </message>
    <message>
        <source>Review and apply changed settings…</source>
        <translation>Examiner et appliquer les réglages modifiés…</translation>
    </message>
    <message>
        <source>Discard changed settings</source>
        <translation>Abandonner les réglages modifiés</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>No setting is like this.</source>
        <translation>Aucun réglage ne correspond.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Changed, but not applied yet: %1</source>
        <translation>Modifiés, mais pas encore appliqués : %1</translation>
    </message>
    <message>
        <source>Changed, and in force: %1.</source>
        <translation>Modifiés et en vigueur : %1.</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Annuler…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SharePage</name>
    <message>
        <source>Share</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>Hand over a password or a file so that it can be opened once, and only with the link.</source>
        <translation>Transmettre un mot de passe ou un fichier qui ne s’ouvre qu’une fois, et seulement avec le lien.</translation>
    </message>
    <message>
        <source>Send a new secret</source>
        <translation>Envoyer un nouveau secret</translation>
    </message>
    <message>
        <source>See what was opened</source>
        <translation>Voir ce qui a été ouvert</translation>
    </message>
    <message>
        <source>Destroy “%1”?</source>
        <translation>Détruire « %1 » ?</translation>
    </message>
    <message>
        <source>Its link opens nothing any more. This cannot be undone.</source>
        <translation>Son lien n’ouvrira plus rien. C’est irréversible.</translation>
    </message>
    <message>
        <source>Destroy it</source>
        <translation>Détruire</translation>
    </message>
    <message>
        <source>“%1” is gone.</source>
        <translation>« %1 » a disparu.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Ask for one</source>
        <translation>En demander un</translation>
    </message>
    <message>
        <source>Ask for a secret</source>
        <translation>Demander un secret</translation>
    </message>
    <message>
        <source>Save the key to the answer</source>
        <translation>Enregistrer la clé de la réponse</translation>
    </message>
    <message>
        <source>The key is of no use any more: the answer was collected, or there is none.</source>
        <translation>La clé ne sert plus à rien : la réponse a été récupérée, ou il n’y en a pas.</translation>
    </message>
    <message>
        <source>Saved as %1. “gatehouse collect” opens the answer with it; so does whoever else has it.</source>
        <translation>Enregistré sous %1. « gatehouse collect » ouvre la réponse avec ce fichier, comme toute autre personne qui l’a.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SharingWords</name>
    <message>
        <source>this server wants a token from who sends (HAKANAI_TOKEN or --token-file)</source>
        <translation>ce serveur exige un jeton pour envoyer (HAKANAI_TOKEN ou --token-file)</translation>
    </message>
    <message>
        <source>the server does not know this token, or it has ended</source>
        <translation>le serveur ne connaît pas ce jeton, ou il a expiré</translation>
    </message>
    <message>
        <source>this server takes no secrets</source>
        <translation>ce serveur n’accepte pas de secrets</translation>
    </message>
    <message>
        <source>this server takes no secrets any more</source>
        <translation>ce serveur n’accepte plus de secrets</translation>
    </message>
    <message>
        <source>the passphrase is missing or wrong; a few wrong ones end the secret</source>
        <translation>la phrase secrète manque ou est fausse ; quelques fausses détruisent le secret</translation>
    </message>
    <message>
        <source>it may not be taken from this address, country or network</source>
        <translation>il ne peut pas être ouvert depuis cette adresse, ce pays ou ce réseau</translation>
    </message>
    <message>
        <source>there is no such secret: it has expired, or the link is wrong</source>
        <translation>ce secret n’existe pas : il a expiré, ou le lien est faux</translation>
    </message>
    <message>
        <source>it has been taken already; if not by you, tell who sent it</source>
        <translation>il a déjà été ouvert ; si ce n’est pas par vous, prévenez l’expéditeur</translation>
    </message>
    <message>
        <source>the receipt is not valid</source>
        <translation>le reçu n’est pas valide</translation>
    </message>
    <message>
        <source>there is no such secret, or the receipt is not its</source>
        <translation>ce secret n’existe pas, ou le reçu n’est pas le sien</translation>
    </message>
    <message>
        <source>it is too late: it has been taken, has expired or was burned</source>
        <translation>trop tard : il a été ouvert, a expiré ou a été détruit</translation>
    </message>
    <message>
        <source>this server wants a token from who asks</source>
        <translation>ce serveur exige un jeton pour demander</translation>
    </message>
    <message>
        <source>that is not allowed here</source>
        <translation>ce n’est pas permis ici</translation>
    </message>
    <message>
        <source>there is no such request, or nothing yet: it has expired, or nobody has answered</source>
        <translation>cette demande n’existe pas, ou rien n’est encore là : elle a expiré, ou personne n’a répondu</translation>
    </message>
    <message>
        <source>it has been answered or collected already</source>
        <translation>il y a déjà été répondu, ou la réponse a été récupérée</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>trop de requêtes</translation>
    </message>
    <message>
        <source>it is larger than this server takes from you</source>
        <translation>c’est plus volumineux que ce que ce serveur accepte de vous</translation>
    </message>
    <message>
        <source>the server&apos;s answer makes no sense: is this its address?</source>
        <translation>la réponse du serveur n’a pas de sens : est-ce bien son adresse ?</translation>
    </message>
    <message>
        <source>what the server handed out is nothing that was encrypted</source>
        <translation>ce que le serveur a remis n’est pas chiffré</translation>
    </message>
    <message>
        <source>it was decrypted, but is not what the link is for; nothing of it is shown</source>
        <translation>il a été déchiffré, mais n’est pas ce que vise le lien ; rien n’en est montré</translation>
    </message>
    <message>
        <source>this is nothing that was encrypted</source>
        <translation>ceci n’est pas chiffré</translation>
    </message>
    <message>
        <source>it cannot be decrypted: the key is wrong, or it was altered</source>
        <translation>il ne peut pas être déchiffré : la clé est fausse, ou il a été altéré</translation>
    </message>
    <message>
        <source>it was decrypted, but its content is in no form that is known here</source>
        <translation>il a été déchiffré, mais son contenu n’a aucune forme connue ici</translation>
    </message>
    <message>
        <source>more than 2 GiB cannot be encrypted at once</source>
        <translation>plus de 2 Gio ne peuvent pas être chiffrés d’un coup</translation>
    </message>
    <message>
        <source>the encryption failed</source>
        <translation>le chiffrement a échoué</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SignIn</name>
    <message>
        <source>Sign in to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>Create the administrator</source>
        <translation>Créer l’administrateur</translation>
    </message>
    <message>
        <source>The first user of a server runs it. Others are added later, on the page Access.</source>
        <translation>Le premier utilisateur d’un serveur l’administre. Les autres s’ajoutent plus tard, à la page Accès.</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Nom d’utilisateur</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Create and sign in</source>
        <translation>Créer et se connecter</translation>
    </message>
    <message>
        <source>At least 8 characters, with letters of either case, a digit and a sign.</source>
        <translation>Au moins 8 caractères, avec majuscules et minuscules, un chiffre et un caractère spécial.</translation>
    </message>
    <message>
        <source>Setup code, as the server printed it when it first started</source>
        <translation>Code d’installation, affiché par le serveur à son premier démarrage</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Connexion en cours</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Utiliser un autre serveur</translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation>&amp;Rester connecté sur cet ordinateur</translation>
    </message>
    <message>
        <source>Keeps this session, not the password, in the keychain of this system.</source>
        <translation>Conserve cette session, pas le mot de passe, dans le trousseau de ce système.</translation>
    </message>
    <message>
        <source>Looking whether you are still signed in</source>
        <translation>Vérification que vous êtes encore connecté</translation>
    </message>
    <message>
        <source>The way to this server is not encrypted: whoever is on it can read your password.</source>
        <translation>La connexion à ce serveur n’est pas chiffrée : quiconque se trouve sur le chemin peut lire votre mot de passe.</translation>
    </message>
    <message>
        <source>Sign in without encryption</source>
        <translation>Se connecter sans chiffrement</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Starting</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Utiliser un autre serveur</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Démarrage</translation>
    </message>
    <message>
        <source>The server did not start</source>
        <translation>Le serveur n’a pas démarré</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>Démarrage du serveur</translation>
    </message>
    <message>
        <source>It keeps its data in %1.</source>
        <translation>Ses données sont dans %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::StatePanel</name>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Reference: %1</source>
        <translation>Référence : %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::StatefulArea</name>
    <message>
        <source>Try now</source>
        <translation>Réessayer maintenant</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>il y a %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>%1. What is shown was read %2, at %3.</source>
        <translation>%1. L’affichage a été lu %2, à %3.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Table</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Trier par</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Copier la ligne</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>Dans leur ordre</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TokenList</name>
    <message>
        <source>Share tokens</source>
        <translation>Jetons de partage</translation>
    </message>
    <message>
        <source>New share token…</source>
        <translation>Nouveau jeton de partage…</translation>
    </message>
    <message>
        <source>Revoke the token…</source>
        <translation>Révoquer le jeton…</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Nouveau jeton</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Révoquer…</translation>
    </message>
    <message>
        <source>No share tokens</source>
        <translation>Aucun jeton de partage</translation>
    </message>
    <message>
        <source>Revoke the token “%1” of %2 on %3?</source>
        <translation>Révoquer le jeton « %1 » de %2 sur %3 ?</translation>
    </message>
    <message>
        <source>Nobody can create secrets with it any more, nor with tokens that were made by it. Secrets that wait stay.</source>
        <translation>Plus personne ne pourra créer de secrets avec lui, ni avec les jetons qu’il a créés. Les secrets en attente restent.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Révoquer</translation>
    </message>
    <message>
        <source>A token lets somebody without an account create one-time secrets.</source>
        <translation>Un jeton permet à quelqu’un sans compte de créer des secrets à usage unique.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TokenModel</name>
    <message>
        <source>Admin token</source>
        <translation>Jeton d’administration</translation>
    </message>
    <message>
        <source>For one secret</source>
        <translation>Pour un seul secret</translation>
    </message>
    <message>
        <source>Share token</source>
        <translation>Jeton de partage</translation>
    </message>
    <message>
        <source>The first start</source>
        <translation>Le premier démarrage</translation>
    </message>
    <message>
        <source>As the server</source>
        <translation>Comme le serveur</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Créé par</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TopBar</name>
    <message>
        <source>Look as the system does</source>
        <translation>Apparence du système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Opérateur</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>Server: %1, %2</source>
        <translation>Serveur : %1, %2</translation>
    </message>
    <message>
        <source>Only looked at</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Nothing is changed on this server from here; the page Servers says otherwise.</source>
        <translation>Rien n’est modifié d’ici sur ce serveur ; la page Serveurs permet d’en décider autrement.</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>Trouver une page ou une action</translation>
    </message>
    <message>
        <source>Account: %1, %2</source>
        <translation>Compte : %1, %2</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrafficChart</name>
    <message>
        <source>Requests, refusals and errors over time</source>
        <translation>Requêtes, refus et erreurs au fil du temps</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Requêtes par seconde</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusées</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Erreurs</translation>
    </message>
    <message>
        <source>Chart of requests, refusals and errors a second; the table has the numbers</source>
        <translation>Graphique des requêtes, refus et erreurs par seconde ; le tableau donne les chiffres</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutes</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>Afficher les chiffres</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrafficTable</name>
    <message>
        <source>Until</source>
        <translation>Jusqu’à</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Requêtes/s</translation>
    </message>
    <message>
        <source>Refused/s</source>
        <translation>Refusées/s</translation>
    </message>
    <message>
        <source>Errors/s</source>
        <translation>Erreurs/s</translation>
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
        <translation>&amp;Ouvrir Gatehouse</translation>
    </message>
    <message>
        <source>&amp;Start the server</source>
        <translation>&amp;Démarrer le serveur</translation>
    </message>
    <message>
        <source>S&amp;top the server</source>
        <translation>A&amp;rrêter le serveur</translation>
    </message>
    <message>
        <source>&amp;Restart the server</source>
        <translation>R&amp;edémarrer le serveur</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quitter</translation>
    </message>
    <message>
        <source>The server in this program does not run</source>
        <translation>Le serveur de ce programme est arrêté</translation>
    </message>
    <message>
        <source>The server starts</source>
        <translation>Le serveur démarre</translation>
    </message>
    <message>
        <source>The server runs</source>
        <translation>Le serveur fonctionne</translation>
    </message>
    <message>
        <source>The server stops</source>
        <translation>Le serveur s’arrête</translation>
    </message>
    <message>
        <source>The server could not start</source>
        <translation>Le serveur n’a pas pu démarrer</translation>
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
        <translation>Qui approche ou dépasse une limite</translation>
    </message>
    <message>
        <source>Near or over a limit</source>
        <translation>Près d’une limite ou au-delà</translation>
    </message>
    <message>
        <source>Give the caller everything back</source>
        <translation>Tout rendre à l’appelant</translation>
    </message>
    <message>
        <source>Never limit the caller</source>
        <translation>Ne jamais limiter cet appelant</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Every caller has more than a fifth left.</source>
        <translation>Chaque appelant a plus d’un cinquième en réserve.</translation>
    </message>
    <message>
        <source>Never limit</source>
        <translation>Ne jamais limiter</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UsageModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>dans %1 s</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Appelant</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusées</translation>
    </message>
    <message>
        <source>All there again</source>
        <translation>De nouveau complet</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UserModel</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vous)</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Workspace</name>
    <message>
        <source>Go to %1</source>
        <translation>Aller à %1</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>Trouver une page ou une action</translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>Verrouiller la console</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>gatehouse::embedded::EmbeddedServer</name>
    <message>
        <source>This program serves only its own computer; for others, run gatehouse serve. Remove the setting http.listen.</source>
        <translation>Ce programme ne sert que son propre ordinateur ; pour les autres, lancez gatehouse serve. Retirez le réglage http.listen.</translation>
    </message>
</context>
</TS>
