<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>PolicyPreview</name>
    <message>
        <source>%1 to %2</source>
        <comment>between two numbers</comment>
        <translation>de %1 a %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::AdminSession</name>
    <message>
        <source>The username or the password is wrong</source>
        <translation>El nombre de usuario o la contraseña es incorrecto</translation>
    </message>
    <message>
        <source>Check both. After several wrong tries the server waits a minute.</source>
        <translation>Compruebe ambos. Tras varios intentos incorrectos, el servidor espera un minuto.</translation>
    </message>
    <message>
        <source>You were signed out meanwhile</source>
        <translation>Se ha cerrado su sesión entretanto</translation>
    </message>
    <message>
        <source>The session has ended or was revoked. Sign in again.</source>
        <translation>La sesión ha terminado o fue revocada. Inicie sesión de nuevo.</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::CertificateProbe</name>
    <message>
        <source>It does not answer.</source>
        <translation>No responde.</translation>
    </message>
</context>
<context>
    <name>gatehouse::client::Trouble</name>
    <message>
        <source>The server does not answer</source>
        <translation>El servidor no responde</translation>
    </message>
    <message>
        <source>Check that it runs and that this machine reaches it. The console tries again by itself.</source>
        <translation>Compruebe que está en marcha y que este equipo lo alcanza. La consola lo vuelve a intentar por sí misma.</translation>
    </message>
    <message>
        <source>This server does not offer it</source>
        <translation>Este servidor no lo ofrece</translation>
    </message>
    <message>
        <source>Its version is older than this console, or it was built without this part. Update the server.</source>
        <translation>Su versión es más antigua que esta consola, o se compiló sin esta parte. Actualice el servidor.</translation>
    </message>
    <message>
        <source>You are signed out</source>
        <translation>Su sesión está cerrada</translation>
    </message>
    <message>
        <source>The session has ended or was revoked. Sign in again.</source>
        <translation>La sesión ha terminado o fue revocada. Inicie sesión de nuevo.</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>Su rol no lo permite</translation>
    </message>
    <message>
        <source>Ask an administrator to do it, or to change your role.</source>
        <translation>Pida a un administrador que lo haga o que cambie su rol.</translation>
    </message>
    <message>
        <source>It is not there any more</source>
        <translation>Ya no está</translation>
    </message>
    <message>
        <source>Somebody removed it meanwhile. Refresh to see what is there.</source>
        <translation>Alguien lo ha eliminado entretanto. Actualice para ver lo que hay.</translation>
    </message>
    <message>
        <source>The server refused</source>
        <translation>El servidor lo ha rechazado</translation>
    </message>
    <message>
        <source>It would break a rule, or somebody else has changed it. Refresh and try again.</source>
        <translation>Incumpliría una regla, o alguien lo ha cambiado. Actualice e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>Demasiadas peticiones</translation>
    </message>
    <message>
        <source>The server takes the next one in %1 s.</source>
        <translation>El servidor aceptará la siguiente en %1 s.</translation>
    </message>
    <message>
        <source>The server refused what was entered</source>
        <translation>El servidor ha rechazado lo introducido</translation>
    </message>
    <message>
        <source>Check the input.</source>
        <translation>Compruebe lo introducido.</translation>
    </message>
    <message>
        <source>The server is not ready</source>
        <translation>El servidor no está listo</translation>
    </message>
    <message>
        <source>The server has failed</source>
        <translation>El servidor ha fallado</translation>
    </message>
    <message>
        <source>It is starting, stopping, or misses something it needs. See its health.</source>
        <translation>Está arrancando, deteniéndose o le falta algo que necesita. Consulte su estado.</translation>
    </message>
    <message>
        <source>Look into its log for the reference below.</source>
        <translation>Busque en su registro la referencia de abajo.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AccessPage</name>
    <message>
        <source>Users</source>
        <translation>Usuarios</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>New user…</source>
        <translation>Usuario nuevo…</translation>
    </message>
    <message>
        <source>Make it: %1</source>
        <translation>Cambiar el rol: %1</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Usuario nuevo</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Remove the user %1 from %2?</source>
        <translation>¿Eliminar el usuario %1 de %2?</translation>
    </message>
    <message>
        <source>Their sessions end at once. What they did stays in the record. This cannot be undone; disabling can.</source>
        <translation>Sus sesiones terminan en el acto. Lo que hizo permanece en el registro de auditoría. Esto no se puede deshacer; desactivarlo, sí.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Eliminar %1</translation>
    </message>
    <message>
        <source>Who may sign in, as what, and where they are signed in; who may send secrets without an account.</source>
        <translation>Quién puede entrar, con qué papel y dónde ha entrado; quién puede enviar secretos sin cuenta.</translation>
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
        <translation>Pedir un secreto</translation>
    </message>
    <message>
        <source>How long it can be answered</source>
        <translation>Cuánto tiempo se puede responder</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>Crear enlace</translation>
    </message>
    <message>
        <source>Whoever has the link can answer, once. Only this console can open the answer.</source>
        <translation>Quien tenga el enlace puede responder, una vez. Solo esta consola puede abrir la respuesta.</translation>
    </message>
    <message>
        <source>Link for the answer</source>
        <translation>Enlace para la respuesta</translation>
    </message>
    <message>
        <source>The password of the mail server</source>
        <translation>La contraseña del servidor de correo</translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation>Qué se pide</translation>
    </message>
    <message>
        <source>Make the link to ask</source>
        <translation>Crear el enlace para pedirlo</translation>
    </message>
    <message>
        <source>What is as&amp;ked for</source>
        <translation>Qué se &amp;pide</translation>
    </message>
    <message>
        <source>Can be &amp;answered for</source>
        <translation>Se puede &amp;responder durante</translation>
    </message>
    <message>
        <source>Send the link to who has the secret. They enter it in a browser, where it is encrypted for this console before it leaves them; they need no account.</source>
        <translation>Envíe el enlace a quien tiene el secreto. Lo introduce en un navegador, donde se cifra para esta consola antes de salir; no necesita cuenta.</translation>
    </message>
    <message>
        <source>Copied; it is taken off the clipboard after half a minute.</source>
        <translation>Copiado; sale del portapapeles tras medio minuto.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AskedList</name>
    <message>
        <source>Not answered</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Respondida</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Recogida</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Caducado</translation>
    </message>
    <message>
        <source>A secret</source>
        <translation>Un secreto</translation>
    </message>
    <message>
        <source>Asked for from here</source>
        <translation>Pedidos desde aquí</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>What you ask for appears here until you sign out. The key to an answer is only in this window; save it if you close the console before it comes.</source>
        <translation>Lo que pide aparece aquí hasta que cierre la sesión. La clave de una respuesta solo está en esta ventana; guárdela si cierra la consola antes de que llegue.</translation>
    </message>
    <message>
        <source>Asked %1, until %2.</source>
        <translation>Pedido el %1, hasta el %2.</translation>
    </message>
    <message>
        <source>Save the key to “%1”</source>
        <translation>Guardar la clave de «%1»</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Recoger</translation>
    </message>
    <message>
        <source>Collect “%1”</source>
        <translation>Recoger «%1»</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Attention</name>
    <message>
        <source>%1 does not work</source>
        <translation>%1 no funciona</translation>
    </message>
    <message>
        <source>%1 is in trouble</source>
        <translation>%1 tiene problemas</translation>
    </message>
    <message>
        <source>The server&apos;s last check of it failed.</source>
        <translation>La última comprobación del servidor falló.</translation>
    </message>
    <message>
        <source>See health</source>
        <translation>Ver el estado</translation>
    </message>
    <message>
        <source>See settings</source>
        <translation>Ver los ajustes</translation>
    </message>
    <message>
        <source>See limits</source>
        <translation>Ver los límites</translation>
    </message>
    <message>
        <source>%1 % of requests fail</source>
        <translation>El %1 % de las peticiones falla</translation>
    </message>
    <message>
        <source>The log says why.</source>
        <translation>El registro dice por qué.</translation>
    </message>
    <message>
        <source>See the log</source>
        <translation>Ver el registro</translation>
    </message>
    <message>
        <source>A spent token was used again</source>
        <translation>Se reutilizó un token ya gastado</translation>
    </message>
    <message>
        <source>From %1. Somebody may have stolen it; its sessions were ended.</source>
        <translation>Desde %1. Puede que lo hayan robado; sus sesiones se cerraron.</translation>
    </message>
    <message>
        <source>See the record</source>
        <translation>Ver la auditoría</translation>
    </message>
    <message>
        <source>Sign-ins refused lately: %1</source>
        <translation>Inicios de sesión rechazados últimamente: %1</translation>
    </message>
    <message>
        <source>Somebody may be guessing passwords.</source>
        <translation>Puede que alguien esté adivinando contraseñas.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditDetail</name>
    <message>
        <source>Entry</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Close the entry</source>
        <translation>Cerrar la entrada</translation>
    </message>
    <message>
        <source>As the server keeps it</source>
        <translation>Tal como la guarda el servidor</translation>
    </message>
    <message>
        <source>The raw entry</source>
        <translation>La entrada sin procesar</translation>
    </message>
    <message>
        <source>Prove</source>
        <translation>Demostrar</translation>
    </message>
    <message>
        <source>Has the server prove that this entry is in the signed record</source>
        <translation>Hace que el servidor demuestre que esta entrada está en el registro firmado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>No checkpoint covers this entry yet. The next is signed within a minute; then try again.</source>
        <translation>Ningún punto de control cubre aún esta entrada. El siguiente se firma en menos de un minuto; inténtelo entonces.</translation>
    </message>
    <message>
        <source>Proven: these bytes are entry %1 of the %2 that the checkpoint of %3 commits to.</source>
        <translation>Demostrado: estos bytes son la entrada %1 de las %2 que garantiza el punto de control de %3.</translation>
    </message>
    <message>
        <source>The proof does not hold. Keep a copy of the record and look into it.</source>
        <translation>La prueba no es válida. Guarde una copia del registro de auditoría e investíguelo.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditFilterBar</name>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Qué se hizo</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Cómo terminó</translation>
    </message>
    <message>
        <source>Search in the record</source>
        <translation>Buscar en la auditoría</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>From which address</source>
        <translation>Desde qué dirección</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Cualquier momento</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>Any outcome</source>
        <translation>Cualquier resultado</translation>
    </message>
    <message>
        <source>Anything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Quién lo hizo</translation>
    </message>
    <message>
        <source>Anybody</source>
        <translation>Cualquiera</translation>
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
        <translation>Hora</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Objeto</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::AuditPage</name>
    <message>
        <source>Entries of the record</source>
        <translation>Entradas de la auditoría</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Who did what, in a record that nobody can quietly change.</source>
        <translation>Quién hizo qué, en un registro que nadie puede cambiar a escondidas.</translation>
    </message>
    <message>
        <source>Check the whole record</source>
        <translation>Comprobar toda la auditoría</translation>
    </message>
    <message>
        <source>Export the record…</source>
        <translation>Exportar la auditoría…</translation>
    </message>
    <message>
        <source>Search in the record</source>
        <translation>Buscar en la auditoría</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Check record</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries, in a record that nobody can quietly change.</source>
        <translation>
            <numerusform>%Ln entrada, en un registro que nadie puede cambiar a escondidas.</numerusform>
            <numerusform>%Ln entradas, en un registro que nadie puede cambiar a escondidas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found.</source>
        <translation>
            <numerusform>%Ln entrada encontrada.</numerusform>
            <numerusform>%Ln entradas encontradas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries found so far; scroll for more.</source>
        <translation>
            <numerusform>%Ln entrada encontrada hasta ahora; desplácese para ver más.</numerusform>
            <numerusform>%Ln entradas encontradas hasta ahora; desplácese para ver más.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>No entry of the record is like this.</source>
        <translation>Ninguna entrada de la auditoría coincide.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Aún no ha pasado nada</translation>
    </message>
    <message>
        <source>The first sign-in will be the first entry.</source>
        <translation>El primer inicio de sesión será la primera entrada.</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>Exportar la auditoría</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CertificateStep</name>
    <message>
        <source>Connecting to %1</source>
        <translation>Conectando con %1</translation>
    </message>
    <message>
        <source>Trust this certificate</source>
        <translation>Confiar en este certificado</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Conectando</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Usar otro servidor</translation>
    </message>
    <message>
        <source>Is this %1?</source>
        <translation>¿Es este %1?</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for its certificate. Compare the fingerprint with the one its administrator tells you; it is remembered, and asked about again only if it changes.</source>
        <translation>Nadie en quien confíe este equipo avala su certificado. Compare la huella con la que le indique el administrador; se recuerda, y solo se vuelve a preguntar si cambia.</translation>
    </message>
    <message>
        <source>The certificate of %1 has changed</source>
        <translation>El certificado de %1 ha cambiado</translation>
    </message>
    <message>
        <source>The new one is vouched for, as after a renewal. If nobody has renewed it, somebody may stand between.</source>
        <translation>El nuevo está avalado, como tras una renovación. Si nadie lo ha renovado, puede que alguien esté en medio.</translation>
    </message>
    <message>
        <source>Nobody this computer trusts vouches for the new one. Unless its administrator tells you why, somebody stands between you and the server: do not sign in.</source>
        <translation>Nadie en quien confíe este equipo avala el nuevo. Si el administrador no le dice por qué, alguien está entre usted y el servidor: no inicie sesión.</translation>
    </message>
    <message>
        <source>Made out to</source>
        <translation>Emitido para</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Emisor</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>él mismo</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>It was</source>
        <translation>Antes era</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problema</translation>
    </message>
    <message>
        <source>%1 cannot be reached</source>
        <translation>No se puede acceder a %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CommandPalette</name>
    <message>
        <source>Find a page or an action</source>
        <translation>Buscar una página o acción</translation>
    </message>
    <message>
        <source>Pages and actions</source>
        <translation>Páginas y acciones</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConfirmDialog</name>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Escriba %1 para continuar:</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Escriba %1 para continuar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConnectionLabel</name>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ConsolePages</name>
    <message>
        <source>Watch</source>
        <translation>Supervisar</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Administrar</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Auditoría</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Acceso</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Secrets</source>
        <translation>Secretos</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::CopyOnce</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>The new value</source>
        <translation>El valor nuevo</translation>
    </message>
    <message numerus="yes">
        <source>It leaves the clipboard by itself after %Ln seconds.</source>
        <translation>
            <numerusform>Sale por sí solo del portapapeles tras %Ln segundo.</numerusform>
            <numerusform>Sale por sí solo del portapapeles tras %Ln segundos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>It is off the clipboard again.</source>
        <translation>Ya no está en el portapapeles.</translation>
    </message>
    <message>
        <source>Copied. It leaves the clipboard in %1 s.</source>
        <translation>Copiado. Sale del portapapeles en %1 s.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::DependencyCard</name>
    <message>
        <source>ms to answer</source>
        <translation>ms en responder</translation>
    </message>
    <message>
        <source>Last trouble seen at %1. %2</source>
        <translation>Último problema visto a las %1. %2</translation>
    </message>
    <message>
        <source>No trouble seen since this console was opened.</source>
        <translation>Sin problemas desde que se abrió esta consola.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::EventList</name>
    <message>
        <source>%1 from %2</source>
        <translation>%1 desde %2</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>Últimos eventos</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::EventWords</name>
    <message>
        <source>Sign-in</source>
        <translation>Inicio de sesión</translation>
    </message>
    <message>
        <source>Sign-out</source>
        <translation>Cierre de sesión</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Registro de usuario</translation>
    </message>
    <message>
        <source>Renewal of a session</source>
        <translation>Renovación de una sesión</translation>
    </message>
    <message>
        <source>Second use of a spent token</source>
        <translation>Segundo uso de un token gastado</translation>
    </message>
    <message>
        <source>Change of a password</source>
        <translation>Cambio de contraseña</translation>
    </message>
    <message>
        <source>End of a session by somebody</source>
        <translation>Cierre de una sesión por alguien</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Usuario nuevo</translation>
    </message>
    <message>
        <source>Change of a user</source>
        <translation>Cambio de un usuario</translation>
    </message>
    <message>
        <source>Removal of a user</source>
        <translation>Eliminación de un usuario</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Token nuevo</translation>
    </message>
    <message>
        <source>Use of a token</source>
        <translation>Uso de un token</translation>
    </message>
    <message>
        <source>Revocation of a token</source>
        <translation>Revocación de un token</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Agente nuevo</translation>
    </message>
    <message>
        <source>Change of an agent</source>
        <translation>Cambio de un agente</translation>
    </message>
    <message>
        <source>Revocation of an agent</source>
        <translation>Revocación de un agente</translation>
    </message>
    <message>
        <source>Agent&apos;s request</source>
        <translation>Petición de un agente</translation>
    </message>
    <message>
        <source>New one-time secret</source>
        <translation>Secreto de un solo uso nuevo</translation>
    </message>
    <message>
        <source>Opening of a one-time secret</source>
        <translation>Apertura de un secreto de un solo uso</translation>
    </message>
    <message>
        <source>One-time secret expired</source>
        <translation>Secreto de un solo uso caducado</translation>
    </message>
    <message>
        <source>New value of a secret</source>
        <translation>Valor nuevo de un secreto</translation>
    </message>
    <message>
        <source>Generation of a secret</source>
        <translation>Generación de un secreto</translation>
    </message>
    <message>
        <source>Rotation of a secret</source>
        <translation>Rotación de un secreto</translation>
    </message>
    <message>
        <source>Export of secrets</source>
        <translation>Exportación de secretos</translation>
    </message>
    <message>
        <source>Signing key created</source>
        <translation>Clave de firma creada</translation>
    </message>
    <message>
        <source>Signing key in use</source>
        <translation>Clave de firma en uso</translation>
    </message>
    <message>
        <source>Signing key retired</source>
        <translation>Clave de firma retirada</translation>
    </message>
    <message>
        <source>Caller over a limit</source>
        <translation>Cliente por encima de un límite</translation>
    </message>
    <message>
        <source>Change of a limit</source>
        <translation>Cambio de un límite</translation>
    </message>
    <message>
        <source>Reset of a limit</source>
        <translation>Restablecimiento de un límite</translation>
    </message>
    <message>
        <source>Reload of the settings</source>
        <translation>Relectura de los ajustes</translation>
    </message>
    <message>
        <source>Change of the settings</source>
        <translation>Cambio de los ajustes</translation>
    </message>
    <message>
        <source>Server started</source>
        <translation>Servidor iniciado</translation>
    </message>
    <message>
        <source>Server stopping</source>
        <translation>Servidor deteniéndose</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>Servidor detenido</translation>
    </message>
    <message>
        <source>Dependency in trouble</source>
        <translation>Dependencia con problemas</translation>
    </message>
    <message>
        <source>Dependency recovered</source>
        <translation>Dependencia recuperada</translation>
    </message>
    <message>
        <source>Entries were lost</source>
        <translation>Se perdieron entradas</translation>
    </message>
    <message>
        <source>Export of the record</source>
        <translation>Exportación de la auditoría</translation>
    </message>
    <message>
        <source>Old entries removed</source>
        <translation>Entradas antiguas eliminadas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>The server</source>
        <translation>El servidor</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>%1, at the command line</source>
        <translation>%1, en la línea de órdenes</translation>
    </message>
    <message>
        <source>Request of somebody who may not</source>
        <translation>Petición no autorizada</translation>
    </message>
    <message>
        <source>Burning of a one-time secret</source>
        <translation>Destrucción de un secreto de un solo uso</translation>
    </message>
    <message>
        <source>Request for a one-time secret</source>
        <translation>Petición de un secreto de un solo uso</translation>
    </message>
    <message>
        <source>Answer to a request for a secret</source>
        <translation>Respuesta a una petición de secreto</translation>
    </message>
    <message>
        <source>Collection of an answer</source>
        <translation>Recogida de una respuesta</translation>
    </message>
    <message>
        <source>Signing key only verifies</source>
        <translation>Clave de firma solo verifica</translation>
    </message>
    <message>
        <source>Webhook tried again</source>
        <translation>Webhook reintentado</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ExemptionList</name>
    <message>
        <source>Never limited</source>
        <translation>Nunca limitados</translation>
    </message>
    <message>
        <source>Nobody: every address is under the limits.</source>
        <translation>Nadie: los límites rigen para todas las direcciones.</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>Dirección o rango</translation>
    </message>
    <message>
        <source>Address or range that is never limited</source>
        <translation>Dirección o rango que nunca se limita</translation>
    </message>
    <message>
        <source>Never limit this address</source>
        <translation>No limitar nunca esta dirección</translation>
    </message>
    <message>
        <source>Limit %1 again</source>
        <translation>Volver a limitar %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ExportDialog</name>
    <message>
        <source>Export the names of secrets</source>
        <translation>Exportar los nombres de los secretos</translation>
    </message>
    <message>
        <source>A .env file</source>
        <translation>Un archivo .env</translation>
    </message>
    <message>
        <source>Docker secrets, for Compose</source>
        <translation>Secretos de Docker, para Compose</translation>
    </message>
    <message>
        <source>Kubernetes Secret</source>
        <translation>Secret de Kubernetes</translation>
    </message>
    <message>
        <source>Kubernetes ExternalSecret</source>
        <translation>ExternalSecret de Kubernetes</translation>
    </message>
    <message>
        <source>systemd credentials</source>
        <translation>Credenciales de systemd</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>El archivo</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>No server gives values away, so this has places for them. With values, on the server&apos;s own machine:</source>
        <translation>Ningún servidor entrega los valores, así que aquí queda su sitio. Con valores, en el propio equipo del servidor:</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Escrito en %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>No se puede escribir %1: %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::HealthPage</name>
    <message>
        <source>Health</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>What the server needs, how fast it answers, and what goes without it.</source>
        <translation>Lo que el servidor necesita, lo rápido que responde y qué falla sin ello.</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Comprobar ahora</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::HealthWords</name>
    <message>
        <source>Works</source>
        <translation>Funciona</translation>
    </message>
    <message>
        <source>In trouble</source>
        <translation>Con problemas</translation>
    </message>
    <message>
        <source>Does not work</source>
        <translation>No funciona</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Base de datos</translation>
    </message>
    <message>
        <source>Audit record</source>
        <translation>Registro de auditoría</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Without it nobody signs in and nothing is administered; tokens that were given out go on working.</source>
        <translation>Sin ella nadie inicia sesión ni se administra nada; los tokens ya entregados siguen sirviendo.</translation>
    </message>
    <message>
        <source>Without it no administrative act happens, as none may go unrecorded.</source>
        <translation>Sin él no se realiza ninguna acción administrativa, pues todas deben quedar registradas.</translation>
    </message>
    <message>
        <source>Without it each instance counts limits by itself, or refuses, as its policy says.</source>
        <translation>Sin él cada instancia cuenta los límites por su lado, o rechaza, según diga la regla.</translation>
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
            <numerusform>día</numerusform>
            <numerusform>días</numerusform>
        </translation>
    </message>
    <message>
        <source>One-time secrets</source>
        <translation>Secretos de un solo uso</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Without it no one-time secret is taken in or handed out.</source>
        <translation>Sin ellos no se acepta ni entrega ningún secreto de un solo uso.</translation>
    </message>
    <message>
        <source>Without it events wait here, and are told later.</source>
        <translation>Sin él los eventos esperan aquí y se comunican después.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ImportDialog</name>
    <message>
        <source>Choose file…</source>
        <translation>Elegir archivo…</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Import from a .env file</source>
        <translation>Importar de un archivo .env</translation>
    </message>
    <message>
        <source>Secrets in the file</source>
        <translation>Secretos del archivo</translation>
    </message>
    <message>
        <source>Choose a file of lines like NAME=value. Only names that this server knows are taken; values go to the server and are not shown.</source>
        <translation>Elija un archivo con líneas como NOMBRE=valor. Solo se toman los nombres que este servidor conoce; los valores van al servidor y no se muestran.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB.</source>
        <translation>%1 supera 1 MiB.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>The file cannot be taken:</source>
        <translation>El archivo no se puede importar:</translation>
    </message>
    <message>
        <source>%1 – in place of the one from: %2</source>
        <translation>%1 – en lugar del que viene de: %2</translation>
    </message>
    <message>
        <source>There is no secret of this server in the file.</source>
        <translation>En el archivo no hay ningún secreto de este servidor.</translation>
    </message>
    <message>
        <source>All of the file is known here.</source>
        <translation>Todo lo del archivo es conocido aquí.</translation>
    </message>
    <message>
        <source>Left alone, as no secret of this server, twice, or without a value: %1</source>
        <translation>Se omiten por no ser de este servidor, estar repetidos o sin valor: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>All of it is taken over.</source>
        <translation>Se ha importado todo.</translation>
    </message>
    <message>
        <source>Some could not be taken over; the list says why.</source>
        <translation>Algunos no se pudieron importar; la lista dice por qué.</translation>
    </message>
    <message>
        <source>Taking over %1…</source>
        <translation>Importando %1…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::KeyTimeline</name>
    <message>
        <source>Lives of the signing keys</source>
        <translation>Vida de las claves de firma</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Still verifies</source>
        <translation>Aún verifica</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>from the next rotation on</source>
        <translation>desde la próxima rotación</translation>
    </message>
    <message>
        <source>%1 …%2 %3.</source>
        <comment>Signs …3f9a since 11:30.</comment>
        <translation>%1 …%2 %3.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LanguageBox</name>
    <message>
        <source>As the system does</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Language of the console</source>
        <translation>Idioma de la consola</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LatencyLine</name>
    <message>
        <source>Latency: %1 ms now, %2 ms at most</source>
        <translation>Latencia: %1 ms ahora, %2 ms como máximo</translation>
    </message>
    <message>
        <source>at most %1 ms</source>
        <translation>máx. %1 ms</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LifeChoice</name>
    <message>
        <source>10 minutes</source>
        <translation>10 minutos</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>Una hora</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Un día</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 días</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LimitWords</name>
    <message>
        <source>Every address</source>
        <translation>Cada dirección</translation>
    </message>
    <message>
        <source>Every account</source>
        <translation>Cada cuenta</translation>
    </message>
    <message>
        <source>Sign-ins by address</source>
        <translation>Inicios de sesión por dirección</translation>
    </message>
    <message>
        <source>Sign-ins by account</source>
        <translation>Inicios de sesión por cuenta</translation>
    </message>
    <message>
        <source>Probes and metrics</source>
        <translation>Sondeos y métricas</translation>
    </message>
    <message>
        <source>All that one address asks for.</source>
        <translation>Todo lo que pide una dirección.</translation>
    </message>
    <message>
        <source>All that somebody who is signed in asks for.</source>
        <translation>Todo lo que pide alguien con sesión iniciada.</translation>
    </message>
    <message>
        <source>Keeps one address from guessing passwords.</source>
        <translation>Evita que una dirección adivine contraseñas.</translation>
    </message>
    <message>
        <source>Keeps many addresses from guessing one.</source>
        <translation>Evita que muchas direcciones adivinen una sola.</translation>
    </message>
    <message>
        <source>Apart from the rest, so that a busy caller never looks like a sick server.</source>
        <translation>Aparte del resto, para que un cliente muy activo nunca parezca un servidor enfermo.</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>por segundo</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>por minuto</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>por hora</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>por día</translation>
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
        <translation>%1 %2, %3 a la vez</translation>
    </message>
    <message>
        <source>one request every %1 s</source>
        <translation>una petición cada %1 s</translation>
    </message>
    <message>
        <source>%1 requests a second</source>
        <translation>%1 peticiones por segundo</translation>
    </message>
    <message>
        <source>Who asks steadily gets %1. Who was silent for %2 s may send %3 at once.</source>
        <translation>Quien pide de forma constante obtiene %1. Quien calló %2 s puede enviar %3 a la vez.</translation>
    </message>
    <message>
        <source>Each instance counts for itself</source>
        <translation>Cada instancia cuenta por su lado</translation>
    </message>
    <message>
        <source>Refuse (503)</source>
        <translation>Rechazar (503)</translation>
    </message>
    <message>
        <source>Let everybody through</source>
        <translation>Dejar pasar a todos</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LimitsPage</name>
    <message>
        <source>Limits</source>
        <translation>Límites</translation>
    </message>
    <message>
        <source>How much each caller may ask for. What is changed here holds from the next request on.</source>
        <translation>Cuánto puede pedir cada cliente. Lo que se cambie aquí rige desde la siguiente petición.</translation>
    </message>
    <message>
        <source>Turn all limits off…</source>
        <translation>Desactivar todos los límites…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Turn off…</source>
        <translation>Desactivar…</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>Activar</translation>
    </message>
    <message>
        <source>Turn the limits on</source>
        <translation>Activar los límites</translation>
    </message>
    <message>
        <source>The limit “%1” was changed.</source>
        <translation>Se ha cambiado el límite «%1».</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The limit “%1” is as it was.</source>
        <translation>El límite «%1» está como antes.</translation>
    </message>
    <message>
        <source>Who is never limited was changed.</source>
        <translation>Se ha cambiado quién nunca se limita.</translation>
    </message>
    <message>
        <source>It is as it was.</source>
        <translation>Está como antes.</translation>
    </message>
    <message>
        <source>%1 has everything back.</source>
        <translation>%1 lo tiene todo de nuevo.</translation>
    </message>
    <message>
        <source>The limits hold again.</source>
        <translation>Los límites vuelven a regir.</translation>
    </message>
    <message>
        <source>Turn off all limits of %1?</source>
        <translation>¿Desactivar todos los límites de %1?</translation>
    </message>
    <message>
        <source>Anybody may then ask for as much as they like, and guess passwords as fast as the server answers. It stays so until you turn them on again.</source>
        <translation>Cualquiera podrá entonces pedir cuanto quiera y adivinar contraseñas tan rápido como responda el servidor. Seguirá así hasta que los vuelva a activar.</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Desactivar</translation>
    </message>
    <message>
        <source>Nobody is limited any more.</source>
        <translation>Ya no se limita a nadie.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LinkBox</name>
    <message>
        <source>Copy link</source>
        <translation>Copiar enlace</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LoadLine</name>
    <message>
        <source>%1 a second let through, %2 a second refused</source>
        <translation>%1 por segundo aceptadas, %2 por segundo rechazadas</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LocalSetupStep</name>
    <message>
        <source>Set up your server</source>
        <translation>Configure su servidor</translation>
    </message>
    <message>
        <source>Return takes what is proposed. All of it can be changed later.</source>
        <translation>Intro acepta lo propuesto. Todo se puede cambiar más tarde.</translation>
    </message>
    <message>
        <source>&amp;Test the connection</source>
        <translation>&amp;Probar la conexión</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Use the &amp;keychain of this system</source>
        <translation>Usar el ll&amp;avero de este sistema</translation>
    </message>
    <message>
        <source>It keeps the passwords of the server, and what its keys are sealed with. Without it, whoever can read the data folder has the keys.</source>
        <translation>Guarda las contraseñas del servidor y aquello con lo que se sellan sus claves. Sin él, quien pueda leer la carpeta de datos tiene las claves.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
    <message>
        <source>&amp;Data</source>
        <translation>&amp;Datos</translation>
    </message>
    <message>
        <source>Folder of the server&apos;s data</source>
        <translation>Carpeta de los datos del servidor</translation>
    </message>
    <message>
        <source>Count limits in a &amp;Redis</source>
        <translation>Contar los límites en un &amp;Redis</translation>
    </message>
    <message>
        <source>So that several servers count together, and a restart forgets nothing.</source>
        <translation>Para que varios servidores cuenten juntos y un reinicio no olvide nada.</translation>
    </message>
    <message>
        <source>Address of Redis</source>
        <translation>Dirección de Redis</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>D&amp;irección</translation>
    </message>
    <message>
        <source>Speak T&amp;LS</source>
        <translation>Hab&amp;lar TLS</translation>
    </message>
    <message>
        <source>With a certificate of your own. Only this computer can reach the server, so it also does without.</source>
        <translation>Con un certificado propio. Solo este equipo llega al servidor, así que también funciona sin él.</translation>
    </message>
    <message>
        <source>&amp;Certificate</source>
        <translation>&amp;Certificado</translation>
    </message>
    <message>
        <source>File of the certificate and its chain</source>
        <translation>Archivo del certificado y su cadena</translation>
    </message>
    <message>
        <source>Its ke&amp;y</source>
        <translation>Su cla&amp;ve</translation>
    </message>
    <message>
        <source>File of the certificate&apos;s key</source>
        <translation>Archivo de la clave del certificado</translation>
    </message>
    <message>
        <source>Trying it out</source>
        <translation>Probando</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Usar otro servidor</translation>
    </message>
    <message>
        <source>Without a keychain there is no safe place for its address: start this program with the variable REDIS_URL instead.</source>
        <translation>Sin llavero no hay un lugar seguro para su dirección: inicie este programa con la variable REDIS_URL.</translation>
    </message>
    <message>
        <source>Enter the address of the Redis, or leave it out.</source>
        <translation>Escriba la dirección de Redis o prescinda de él.</translation>
    </message>
    <message>
        <source>Choose the files of the certificate and of its key, or leave them out.</source>
        <translation>Elija los archivos del certificado y de su clave, o prescinda de ellos.</translation>
    </message>
    <message>
        <source>Is Redis running there, may this computer reach it, and are user and password right? With TLS the address begins with rediss://.</source>
        <translation>¿Funciona Redis ahí, puede llegar a él este equipo y son correctos el usuario y la contraseña? Con TLS la dirección empieza por rediss://.</translation>
    </message>
    <message>
        <source>It answers: %1</source>
        <translation>Responde: %1</translation>
    </message>
    <message>
        <source>It cannot be used here (%1). Return goes on without it.</source>
        <translation>No se puede usar aquí (%1). Intro continúa sin él.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>Bloqueado</translation>
    </message>
    <message>
        <source>Nobody was here for a while. You are still signed in as %1.</source>
        <translation>No ha habido nadie durante un rato. Sigue con la sesión de %1.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>Password to unlock</source>
        <translation>Contraseña para desbloquear</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>La contraseña es incorrecta.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogDetail</name>
    <message>
        <source>Line</source>
        <translation>Línea</translation>
    </message>
    <message>
        <source>Close the line</source>
        <translation>Cerrar la línea</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Same request</source>
        <translation>Misma petición</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogFilterBar</name>
    <message>
        <source>Search in the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Information and worse</source>
        <translation>Información y peor</translation>
    </message>
    <message>
        <source>Warnings and worse</source>
        <translation>Advertencias y peor</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>How bad</source>
        <translation>Gravedad</translation>
    </message>
    <message>
        <source>Every part</source>
        <translation>Todas las partes</translation>
    </message>
    <message>
        <source>Part of the server</source>
        <translation>Parte del servidor</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogModel</name>
    <message>
        <source>Debug</source>
        <translation>Depuración</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Parte</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::LogsPage</name>
    <message>
        <source>Lines of the log</source>
        <translation>Líneas del registro</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>What the server writes down, as it does; secrets are masked.</source>
        <translation>Lo que el servidor anota, al momento; los secretos van ocultos.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Pause or follow the log</source>
        <translation>Pausar o seguir el registro</translation>
    </message>
    <message>
        <source>Search in the log</source>
        <translation>Buscar en el registro</translation>
    </message>
    <message>
        <source>Clear what is shown</source>
        <translation>Vaciar lo mostrado</translation>
    </message>
    <message>
        <source>Save what is shown…</source>
        <translation>Guardar lo mostrado…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Follow the log</source>
        <translation>Seguir el registro</translation>
    </message>
    <message>
        <source>Pause the log</source>
        <translation>Pausar el registro</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pausa.</translation>
    </message>
    <message>
        <source>Paused. New lines that wait: %1</source>
        <translation>En pausa. Líneas nuevas en espera: %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>No line of the log is like this.</source>
        <translation>Ninguna línea del registro coincide.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>Nothing has been written yet</source>
        <translation>Aún no se ha escrito nada</translation>
    </message>
    <message>
        <source>Lines appear here as the server writes them, from the moment this page was opened.</source>
        <translation>Las líneas aparecen aquí a medida que el servidor las escribe, desde que se abrió esta página.</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translation>Guardar el registro</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>No se pudo escribir %1: %2</translation>
    </message>
    <message>
        <source>Saved to %1.</source>
        <translation>Guardado en %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewTokenDialog</name>
    <message>
        <source>Good for &amp;one secret only</source>
        <translation>Válido para un &amp;solo secreto</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>New share token</source>
        <translation>Nuevo token para compartir</translation>
    </message>
    <message>
        <source>A day</source>
        <translation>Un día</translation>
    </message>
    <message>
        <source>A week</source>
        <translation>Una semana</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>A year</source>
        <translation>Un año</translation>
    </message>
    <message>
        <source>How long the token is good</source>
        <translation>Cuánto vale el token</translation>
    </message>
    <message>
        <source> KiB</source>
        <translation> KiB</translation>
    </message>
    <message>
        <source>As the server allows</source>
        <translation>Lo que permita el servidor</translation>
    </message>
    <message>
        <source>Largest secret</source>
        <translation>Secreto más grande</translation>
    </message>
    <message>
        <source>Lets whoever has it create one-time secrets, without an account.</source>
        <translation>Permite a quien lo tenga crear secretos de un solo uso, sin cuenta.</translation>
    </message>
    <message>
        <source>&amp;Good for</source>
        <translation>&amp;Válido</translation>
    </message>
    <message>
        <source>&amp;Largest secret</source>
        <translation>Secreto &amp;más grande</translation>
    </message>
    <message>
        <source>This is the token. It is shown this once; the server keeps only its hash.</source>
        <translation>Este es el token. Solo se muestra esta vez; el servidor guarda únicamente su hash.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewUserDialog</name>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
    </message>
    <message>
        <source>New user</source>
        <translation>Usuario nuevo</translation>
    </message>
    <message>
        <source>Letters, digits and underscores</source>
        <translation>Letras, cifras y guiones bajos</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Rol</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>The password was made just now. Copy it and hand it over as a one-time secret; nobody can read it here later.</source>
        <translation>La contraseña se acaba de generar. Cópiela y entréguela como secreto de un solo uso; después nadie podrá leerla aquí.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::NewValueDialog</name>
    <message>
        <source>Set</source>
        <translation>Establecer</translation>
    </message>
    <message>
        <source>Make another</source>
        <translation>Generar otro</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Set %1</source>
        <translation>Establecer %1</translation>
    </message>
    <message>
        <source>Make another %1</source>
        <translation>Generar otro %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Sent to the server and never shown again</source>
        <translation>Se envía al servidor y no se vuelve a mostrar</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Valor</translation>
    </message>
    <message>
        <source>&amp;The server makes it, and nobody is shown</source>
        <translation>&amp;Lo genera el servidor y nadie lo ve</translation>
    </message>
    <message>
        <source>&amp;Show it to me this once, to hand it on</source>
        <translation>&amp;Mostrármelo esta única vez, para entregarlo</translation>
    </message>
    <message>
        <source>Where it is kept</source>
        <translation>Dónde se guarda</translation>
    </message>
    <message>
        <source>&amp;Kept in</source>
        <translation>&amp;Guardado en</translation>
    </message>
    <message>
        <source>It signs at once. What was signed before stays good for %1, so nobody is signed out.</source>
        <translation>Firma de inmediato. Lo firmado antes sigue valiendo %1, así que a nadie se le cierra la sesión.</translation>
    </message>
    <message>
        <source>The one before ends. Whoever has it needs the new one.</source>
        <translation>El anterior deja de valer. Quien lo tenga necesita el nuevo.</translation>
    </message>
    <message>
        <source>It goes to the server and is never shown again.</source>
        <translation>El valor va al servidor y no se vuelve a mostrar.</translation>
    </message>
    <message>
        <source>It %1.</source>
        <translation>El servidor dice: %1.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
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
        <translation>Cerrar el aviso</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Time to answer</source>
        <translation>Tiempo de respuesta</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>95 of 100 requests of the last moments were answered within this time.</source>
        <translation>95 de cada 100 peticiones de los últimos momentos se respondieron en este tiempo.</translation>
    </message>
    <message>
        <source>Requests over a rate limit, which were answered with 429.</source>
        <translation>Peticiones por encima de un límite, respondidas con 429.</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>What it needs</source>
        <translation>Dependencias</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Latest events</source>
        <translation>Últimos eventos</translation>
    </message>
    <message>
        <source>Version %1, running for %2 %3, %4.</source>
        <comment>3.1, running for 5 hours, for production</comment>
        <translation>Versión %1, en marcha desde hace %2 %3, %4.</translation>
    </message>
    <message>
        <source>for production</source>
        <translation>para producción</translation>
    </message>
    <message>
        <source>for development</source>
        <translation>para desarrollo</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>por segundo</translation>
    </message>
    <message>
        <source>open connections: %1</source>
        <translation>conexiones abiertas: %1</translation>
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
        <translation>de las peticiones falla</translation>
    </message>
    <message>
        <source>over a limit</source>
        <translation>por encima de un límite</translation>
    </message>
    <message>
        <source>users: %1</source>
        <translation>usuarios: %1</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>%1 · %2 ms</source>
        <translation>%1 · %2 ms</translation>
    </message>
    <message>
        <source>Nothing at the moment</source>
        <translation>Nada por ahora</translation>
    </message>
    <message>
        <source>Everything the server needs works, and nobody is being refused unusually often.</source>
        <translation>Todo lo que el servidor necesita funciona, y no se rechaza a nadie con frecuencia inusual.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyCard</name>
    <message>
        <source>Change the limit “%1”</source>
        <translation>Cambiar el límite «%1»</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Only counts</source>
        <translation>Solo cuenta</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>En vigor</translation>
    </message>
    <message>
        <source>%1/s let through · would have refused %2</source>
        <translation>%1/s aceptadas · habría rechazado %2</translation>
    </message>
    <message>
        <source>%1/s let through · refused %2 so far</source>
        <translation>%1/s aceptadas · %2 rechazadas hasta ahora</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PolicyDialog</name>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>In a time of</source>
        <translation>En un tiempo de</translation>
    </message>
    <message>
        <source>As many as in the whole time</source>
        <translation>Tantas como en todo el tiempo</translation>
    </message>
    <message>
        <source>Requests at once</source>
        <translation>Peticiones a la vez</translation>
    </message>
    <message>
        <source>Limit: %1</source>
        <translation>Límite: %1</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>minutos</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>horas</translation>
    </message>
    <message>
        <source>Unit of the time</source>
        <translation>Unidad del tiempo</translation>
    </message>
    <message>
        <source>Refuse it (429)</source>
        <translation>Rechazarla (429)</translation>
    </message>
    <message>
        <source>Only count it (shadow mode)</source>
        <translation>Solo contarla (modo sombra)</translation>
    </message>
    <message>
        <source>What is over the limit</source>
        <translation>Lo que supera el límite</translation>
    </message>
    <message>
        <source>While Redis is away</source>
        <translation>Mientras falte Redis</translation>
    </message>
    <message>
        <source>&amp;Requests</source>
        <translation>&amp;Peticiones</translation>
    </message>
    <message>
        <source>&amp;In a time of</source>
        <translation>&amp;En un tiempo de</translation>
    </message>
    <message>
        <source>At &amp;once</source>
        <translation>A la &amp;vez</translation>
    </message>
    <message>
        <source>What is o&amp;ver it</source>
        <translation>Lo que la &amp;supera</translation>
    </message>
    <message>
        <source>While Redis is &amp;away</source>
        <translation>&amp;Mientras falte Redis</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>Según la configuración</translation>
    </message>
    <message>
        <source>Takes back what was changed here: what the configuration file or the environment says holds again.</source>
        <translation>Retira lo cambiado aquí: vuelve a regir lo que digan el archivo de configuración o el entorno.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>The longest time is 24 hours.</source>
        <translation>El tiempo máximo es de 24 horas.</translation>
    </message>
    <message>
        <source>Nothing changes yet.</source>
        <translation>Aún no cambia nada.</translation>
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
        <translation>En la última hora</translation>
    </message>
    <message>
        <source>In the last %1 min</source>
        <translation>En los últimos %1 min</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>These numbers cannot be tried.</source>
        <translation>Estos valores no se pueden probar.</translation>
    </message>
    <message>
        <source>Trying it on the last hour…</source>
        <translation>Probando con la última hora…</translation>
    </message>
    <message>
        <source>Nobody came in the last hour: there is nothing to try it on.</source>
        <translation>Nadie vino en la última hora: no hay nada con qué probarlo.</translation>
    </message>
    <message>
        <source>It would have refused more than now.</source>
        <translation>Habría rechazado más que ahora.</translation>
    </message>
    <message>
        <source>It would have refused nobody.</source>
        <translation>No habría rechazado a nadie.</translation>
    </message>
    <message>
        <source>It would have refused less than now.</source>
        <translation>Habría rechazado menos que ahora.</translation>
    </message>
    <message>
        <source>It refuses nobody, as now.</source>
        <translation>No rechaza a nadie, como ahora.</translation>
    </message>
    <message>
        <source>It would have refused as many as now.</source>
        <translation>Habría rechazado tantas como ahora.</translation>
    </message>
    <message>
        <source>In shadow mode they are only counted, and let through.</source>
        <translation>En modo sombra solo se cuentan y se dejan pasar.</translation>
    </message>
    <message>
        <source>Requests are remembered by ten seconds, so the truth lies between the two numbers.</source>
        <translation>Las solicitudes se recuerdan por tramos de diez segundos; la verdad está entre los dos números.</translation>
    </message>
    <message>
        <source>Not in it, for want of room: requests %1.</source>
        <translation>No incluidas por falta de espacio: solicitudes %1.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Callers</source>
        <translation>Clientes</translation>
    </message>
    <message>
        <source>Came</source>
        <translation>Recibidas</translation>
    </message>
    <message>
        <source>Refused as it is now</source>
        <translation>Rechazadas tal como está ahora</translation>
    </message>
    <message>
        <source>Refused with these numbers</source>
        <translation>Rechazadas con estos valores</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::PreferencesPanel</name>
    <message>
        <source>Look</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>As the &amp;system does</source>
        <translation>Como el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Lan&amp;guage of the console</source>
        <translation>&amp;Idioma de la consola</translation>
    </message>
    <message>
        <source>Of its texts, dates and numbers. What the server says stays in English, and a page with something entered changes when that is done.</source>
        <translation>De los textos, las fechas y los números. Lo que dice el servidor sigue en inglés, y una página con algo introducido cambia cuando se haya terminado.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Ventana</translation>
    </message>
    <message>
        <source>Closing the window leaves Gatehouse in the &amp;tray</source>
        <translation>Al cerrar la ventana, Gatehouse queda en la &amp;bandeja del sistema</translation>
    </message>
    <message>
        <source>The server in this program goes on running; the icon brings the window back, or ends both.</source>
        <translation>El servidor de este programa sigue en marcha; el icono recupera la ventana o termina ambos.</translation>
    </message>
    <message>
        <source>This desktop shows no tray, so closing the window ends the program.</source>
        <translation>Este escritorio no tiene bandeja, así que cerrar la ventana termina el programa.</translation>
    </message>
    <message>
        <source>&amp;Notify me of what needs attention</source>
        <translation>&amp;Notificarme lo que requiere atención</translation>
    </message>
    <message>
        <source>While the window does not show: a server that is lost, a dependency that fails.</source>
        <translation>Mientras la ventana no se ve: un servidor perdido, una dependencia que falla.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloqueo</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message numerus="yes">
        <source>After %Ln minutes</source>
        <translation>
            <numerusform>Tras %Ln minuto</numerusform>
            <numerusform>Tras %Ln minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>Bloquear la consola</translation>
    </message>
    <message>
        <source>Lock the &amp;console</source>
        <translation>Bloque&amp;ar la consola</translation>
    </message>
    <message>
        <source>Without a key or a move of the mouse for so long, the pages are covered and the password is asked for.</source>
        <translation>Si no se toca una tecla ni se mueve el ratón en ese tiempo, las páginas se ocultan y se pide la contraseña.</translation>
    </message>
    <message>
        <source>Lock it when the sc&amp;reen is locked</source>
        <translation>Bloquearla cuando se bloquee la &amp;pantalla</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileCard</name>
    <message>
        <source>In this program, for this computer</source>
        <translation>En este programa, para este equipo</translation>
    </message>
    <message>
        <source>Only looked at</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Está aquí</translation>
    </message>
    <message>
        <source>Certificate %1…</source>
        <translation>Certificado %1…</translation>
    </message>
    <message>
        <source>Switch to it</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Cambiar a %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>Cambiar %1</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Olvidar %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileDialog</name>
    <message>
        <source>Only &amp;look at it from here: nothing can be changed</source>
        <translation>Desde aquí, solo &amp;lectura: no se puede cambiar nada</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Añadir un servidor</translation>
    </message>
    <message>
        <source>Change a server</source>
        <translation>Cambiar un servidor</translation>
    </message>
    <message>
        <source>Name of the server</source>
        <translation>Nombre del servidor</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>What the server is for</source>
        <translation>Para qué es el servidor</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>&amp;Para qué es</translation>
    </message>
    <message>
        <source>&amp;Colour</source>
        <translation>&amp;Color</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Colour of the server</source>
        <translation>Color del servidor</translation>
    </message>
    <message>
        <source>As what it is for</source>
        <translation>Según para qué es</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Azul</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violeta</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Verde</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Amarillo</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Naranja</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rojo</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://gate.example.org</source>
        <translation>Introduzca la dirección del servidor, como https://gate.example.org</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ProfileStore</name>
    <message>
        <source>This is no file of servers.</source>
        <translation>Este no es un archivo de servidores.</translation>
    </message>
    <message>
        <source>Server %1 in the file has no name, or no address that can be.</source>
        <translation>El servidor %1 del archivo no tiene nombre, o su dirección no es posible.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReceiveCard</name>
    <message>
        <source>Receive</source>
        <translation>Recibir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Link to open</source>
        <translation>Enlace que abrir</translation>
    </message>
    <message>
        <source>Passphrase, if it has one</source>
        <translation>Contraseña, si la tiene</translation>
    </message>
    <message>
        <source>Passphrase of the secret</source>
        <translation>Contraseña del secreto</translation>
    </message>
    <message>
        <source>This is no whole link to a secret: it ends on # and a key.</source>
        <translation>No es un enlace completo a un secreto: acaba en # y una clave.</translation>
    </message>
    <message>
        <source>It is only here now: the server has nothing of it left.</source>
        <translation>Ahora solo está aquí: al servidor no le queda nada.</translation>
    </message>
    <message>
        <source>Link to a secret, on whatever server</source>
        <translation>Enlace a un secreto, en cualquier servidor</translation>
    </message>
    <message>
        <source>With this link somebody asks you for a secret. Open it in a browser, or with “gatehouse answer”.</source>
        <translation>Con este enlace alguien le pide un secreto. Ábralo en un navegador o con «gatehouse answer».</translation>
    </message>
    <message>
        <source>The link leads to your server “%1” (%2), not to the one you are at. It is not told who you are.</source>
        <translation>El enlace lleva a su servidor «%1» (%2), no a aquel en el que está. No sabrá quién es usted.</translation>
    </message>
    <message>
        <source>The link leads to %1, not to the server you are at. It is not told who you are, but sees your address.</source>
        <translation>El enlace lleva a %1, no al servidor en el que está. No sabrá quién es usted, pero verá su dirección.</translation>
    </message>
    <message>
        <source>The connection is not encrypted. What comes is, but others can see that you fetch it, or keep it from you.</source>
        <translation>La conexión no está cifrada. Lo que llega sí, pero otros pueden ver que lo recoge o impedírselo.</translation>
    </message>
    <message>
        <source>Open it there</source>
        <translation>Abrirlo allí</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReceivedView</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>What was received</source>
        <translation>Lo recibido</translation>
    </message>
    <message>
        <source>Copy what was received</source>
        <translation>Copiar lo recibido</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Olvidarlo</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Un archivo</translation>
    </message>
    <message>
        <source>A text, %1</source>
        <translation>Un texto, %1</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Save what was received</source>
        <translation>Guardar lo recibido</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RecordCheckBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>Reading the record…</source>
        <translation>Leyendo la auditoría…</translation>
    </message>
    <message>
        <source>The record does not hold together: %1.</source>
        <translation>La auditoría no es coherente: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entries hold together; checkpoints cover %1 of them. Whether the checkpoints are signed by your key, gatehouse audit verify says.</source>
        <translation>
            <numerusform>%Ln entrada es coherente; los puntos de control cubren %1. Si están firmados con su clave, lo dice gatehouse audit verify.</numerusform>
            <numerusform>%Ln entradas son coherentes; los puntos de control cubren %1. Si están firmados con su clave, lo dice gatehouse audit verify.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>No se puede escribir %1: %2.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RequestModel</name>
    <message>
        <source>It has been collected already, or has expired.</source>
        <translation>Ya se ha recogido o ha caducado.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RestrictionFields</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Contraseña</translation>
    </message>
    <message>
        <source>Passphrase to open it</source>
        <translation>Contraseña para abrirlo</translation>
    </message>
    <message>
        <source>none; tell it another way</source>
        <translation>ninguna; comuníquela por otra vía</translation>
    </message>
    <message>
        <source>Only &amp;from</source>
        <translation>Solo d&amp;esde</translation>
    </message>
    <message>
        <source>Addresses it may be opened from</source>
        <translation>Direcciones desde las que se puede abrir</translation>
    </message>
    <message>
        <source>Only in &amp;countries</source>
        <translation>Solo en &amp;países</translation>
    </message>
    <message>
        <source>Countries it may be opened in</source>
        <translation>Países en los que se puede abrir</translation>
    </message>
    <message>
        <source>Only in &amp;networks</source>
        <translation>Solo en &amp;redes</translation>
    </message>
    <message>
        <source>Autonomous systems it may be opened in</source>
        <translation>Sistemas autónomos en los que se puede abrir</translation>
    </message>
    <message>
        <source>“%1” is no address and no range of addresses.</source>
        <translation>«%1» no es una dirección ni un rango de direcciones.</translation>
    </message>
    <message>
        <source>“%1” is no country: enter two letters, such as DE.</source>
        <translation>«%1» no es un país: introduzca dos letras, como DE.</translation>
    </message>
    <message>
        <source>“%1” is no network: enter its number, such as AS64496.</source>
        <translation>«%1» no es una red: introduzca su número, como AS64496.</translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters.</source>
        <translation>Una contraseña tiene al menos %1 caracteres.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ReviewDialog</name>
    <message>
        <source>none</source>
        <comment>value of a setting</comment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>What will change</source>
        <translation>Qué va a cambiar</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Consultando al servidor…</translation>
    </message>
    <message>
        <source>All of it or nothing, for all instances and across restarts.</source>
        <translation>Todo o nada, para todas las instancias y tras los reinicios.</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Escriba %1 para continuar:</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Escriba %1 para continuar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Nothing: the settings have these values already.</source>
        <translation>Nada: los ajustes ya tienen estos valores.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::RotationDialog</name>
    <message>
        <source>&amp;Gracefully: nobody is signed out</source>
        <translation>&amp;Gradualmente: a nadie se le cierra la sesión</translation>
    </message>
    <message>
        <source>&amp;At once: everything signed so far is void</source>
        <translation>&amp;De inmediato: todo lo firmado hasta ahora queda anulado</translation>
    </message>
    <message>
        <source>Type %1 to go on:</source>
        <translation>Escriba %1 para continuar:</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Rotar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Rotate the signing key of %1</source>
        <translation>Rotar la clave de firma de %1</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Escriba %1 para continuar</translation>
    </message>
    <message>
        <source>From then on</source>
        <translation>A partir de entonces</translation>
    </message>
    <message>
        <source>For when somebody else may have the key. Everybody, you too, has to show a refresh token or sign in anew.</source>
        <translation>Para cuando alguien más pueda tener la clave. Todos, usted también, deberán presentar un token de renovación o iniciar sesión de nuevo.</translation>
    </message>
    <message>
        <source>The key that signs now goes on verifying for %1, longer than any token it signed lives.</source>
        <translation>La clave que firma ahora sigue verificando durante %1, más de lo que vive cualquier token que firmó.</translation>
    </message>
    <message>
        <source>Void and rotate</source>
        <translation>Anular y rotar</translation>
    </message>
    <message>
        <source>Another key signs. Mind: %1</source>
        <translation>Otra clave firma. Atención: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretModel</name>
    <message>
        <source>Not known</source>
        <translation>Desconocido</translation>
    </message>
    <message>
        <source>It %1</source>
        <translation>El servidor dice: %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Finalidad</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Origen</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Fortaleza</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Antigüedad</translation>
    </message>
    <message>
        <source>Next rotation</source>
        <translation>Próxima rotación</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretWords</name>
    <message>
        <source>Signs access tokens</source>
        <translation>Firma los tokens de acceso</translation>
    </message>
    <message>
        <source>Signs the requests of AI agents</source>
        <translation>Firma para agentes de IA</translation>
    </message>
    <message>
        <source>Opens /metrics from elsewhere</source>
        <translation>Abre /metrics desde otro lugar</translation>
    </message>
    <message>
        <source>Redis, with its password</source>
        <translation>Redis, con su contraseña</translation>
    </message>
    <message>
        <source>Redis for limits alone</source>
        <translation>Redis solo para los límites</translation>
    </message>
    <message>
        <source>Password of Redis</source>
        <translation>Contraseña de Redis</translation>
    </message>
    <message>
        <source>Password of the Sentinels</source>
        <translation>Contraseña de los Sentinel</translation>
    </message>
    <message>
        <source>Database, with its password</source>
        <translation>Base de datos y contraseña</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Contraseña de la base de datos</translation>
    </message>
    <message>
        <source>Shown to the webhook</source>
        <translation>Se muestra al webhook</translation>
    </message>
    <message>
        <source>Signs what the webhook is sent</source>
        <translation>Firma lo que se envía al webhook</translation>
    </message>
    <message>
        <source>Opens the encrypted files</source>
        <translation>Abre los archivos cifrados</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Sin establecer</translation>
    </message>
    <message>
        <source>Made by the server</source>
        <translation>Autogenerado</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>No se puede leer</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Encrypted file</source>
        <translation>Archivo cifrado</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>256 bits</source>
        <translation>256 bits</translation>
    </message>
    <message>
        <source>%1 bits or more</source>
        <translation>%1 bits o más</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>Débil</translation>
    </message>
    <message>
        <source>less than an hour</source>
        <translation>menos de una hora</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>una hora</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hours</source>
        <translation>
            <numerusform>%Ln hora</numerusform>
            <numerusform>%Ln horas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln día</numerusform>
            <numerusform>%Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>Due since %1</source>
        <translation>Vencida hace %1</translation>
    </message>
    <message>
        <source>In %1</source>
        <translation>En %1</translation>
    </message>
    <message>
        <source>The system&apos;s keychain</source>
        <translation>El llavero del sistema</translation>
    </message>
    <message>
        <source>The encrypted file %1</source>
        <translation>El archivo cifrado %1</translation>
    </message>
    <message>
        <source>the keychain</source>
        <translation>el llavero</translation>
    </message>
    <message>
        <source>%1 is now in %2.</source>
        <translation>%1 está ahora en %2.</translation>
    </message>
    <message>
        <source>The server goes by it already.</source>
        <translation>El servidor ya lo usa.</translation>
    </message>
    <message>
        <source>The server goes by it from its next start on.</source>
        <translation>El servidor lo usará desde su próximo arranque.</translation>
    </message>
    <message>
        <source>But the server goes by another, which comes first: %1. Take that away.</source>
        <translation>Pero el servidor usa otro, que tiene prioridad: %1. Retírelo.</translation>
    </message>
    <message>
        <source>Mind: it %1.</source>
        <translation>Atención, el servidor dice: %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SecretsPage</name>
    <message>
        <source>Secrets</source>
        <translation>Secretos</translation>
    </message>
    <message>
        <source>Values are set here, never read.</source>
        <translation>Los valores se establecen aquí, nunca se leen.</translation>
    </message>
    <message>
        <source>Signing keys</source>
        <translation>Claves de firma</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Rotar…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Establecer…</translation>
    </message>
    <message>
        <source>Make another…</source>
        <translation>Generar otro…</translation>
    </message>
    <message>
        <source>Rotate the signing key…</source>
        <translation>Rotar la clave de firma…</translation>
    </message>
    <message>
        <source>Import from a .env file…</source>
        <translation>Importar de un archivo .env…</translation>
    </message>
    <message>
        <source>Export the names of secrets…</source>
        <translation>Exportar los nombres de los secretos…</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>%1 is weak: it %2. Make another.</source>
        <translation>%1 es débil. El servidor dice: %2. Genere otro.</translation>
    </message>
    <message>
        <source>%1 is due: rotate it.</source>
        <translation>%1 ha vencido: rótela.</translation>
    </message>
    <message>
        <source>%1 is due: make another, and hand it on.</source>
        <translation>%1 ha vencido: genere otro y entréguelo.</translation>
    </message>
    <message>
        <source>Nothing can be stored yet. Start the server with a SECRETS_PASSPHRASE, under which it keeps an encrypted file, or with secrets.keychain on.</source>
        <translation>Aún no se puede guardar nada. Inicie el servidor con una SECRETS_PASSPHRASE, bajo la cual mantiene un archivo cifrado, o con secrets.keychain activado.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SendCard</name>
    <message>
        <source>%1 is too large to be handed over.</source>
        <translation>%1 es demasiado grande para entregarse.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>No se puede leer %1: %2.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Tell &amp;me when it is opened, and from where</source>
        <translation>&amp;Avisarme de cuándo y desde dónde se abre</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>Crear enlace</translation>
    </message>
    <message>
        <source>What is to be handed over, once. It is encrypted before it leaves this computer.</source>
        <translation>Lo que se va a entregar, una sola vez. Se cifra antes de salir de este equipo.</translation>
    </message>
    <message>
        <source>Text to send</source>
        <translation>Texto que enviar</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>Archivos que enviar</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Añadir archivos…</translation>
    </message>
    <message>
        <source>How long it can be opened</source>
        <translation>Durante cuánto se puede abrir</translation>
    </message>
    <message>
        <source>Can be &amp;opened for</source>
        <translation>Se puede abrir &amp;durante</translation>
    </message>
    <message>
        <source>The link opens it once. Whoever has the link has the secret.</source>
        <translation>El enlace lo abre una sola vez. Quien tiene el enlace tiene el secreto.</translation>
    </message>
    <message>
        <source>Link to the secret</source>
        <translation>Enlace al secreto</translation>
    </message>
    <message>
        <source>Copied; it is taken off the clipboard after half a minute.</source>
        <translation>Copiado; sale del portapapeles tras medio minuto.</translation>
    </message>
    <message>
        <source>%1 – Return takes it away again</source>
        <translation>%1 – Intro lo quita de nuevo</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>%1 files</source>
        <translation>%1 archivos</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SentList</name>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translation>Sin abrir</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Caducado</translation>
    </message>
    <message>
        <source>Destroyed by you</source>
        <translation>Destruido por usted</translation>
    </message>
    <message>
        <source>Locked or destroyed</source>
        <translation>Bloqueado o destruido</translation>
    </message>
    <message>
        <source>Opened %1 from %2.</source>
        <translation>Abierto el %1 desde %2.</translation>
    </message>
    <message>
        <source>Sent %1, until %2.</source>
        <translation>Enviado el %1, hasta el %2.</translation>
    </message>
    <message>
        <source>Failed attempts: %1.</source>
        <translation>Intentos fallidos: %1.</translation>
    </message>
    <message>
        <source>Sent from here</source>
        <translation>Enviado desde aquí</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>What you send appears here, with who opened it and when, until you sign out.</source>
        <translation>Lo que envíe aparece aquí, con quién lo abrió y cuándo, hasta que cierre la sesión.</translation>
    </message>
    <message>
        <source>Destroy “%1” before it is opened</source>
        <translation>Destruir «%1» antes de que se abra</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServerChoice</name>
    <message>
        <source>Where does your server run?</source>
        <translation>¿Dónde se ejecuta su servidor?</translation>
    </message>
    <message>
        <source>Both can be changed later.</source>
        <translation>Ambas cosas se pueden cambiar después.</translation>
    </message>
    <message>
        <source>&amp;Here, in this program</source>
        <translation>&amp;Aquí, en este programa</translation>
    </message>
    <message>
        <source>&amp;Elsewhere; connect to it</source>
        <translation>&amp;En otro lugar; conectarse a él</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Starts now, for this computer only. Its data is kept in %1, its keys are made by itself.</source>
        <translation>Se inicia ahora, solo para este equipo. Sus datos se guardan en %1 y crea sus propias claves.</translation>
    </message>
    <message>
        <source>A Gatehouse on another machine, or one that is already running on this one.</source>
        <translation>Un Gatehouse en otro equipo, o uno que ya está en marcha en este.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Para qué es</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Dirección</translation>
    </message>
    <message>
        <source>&amp;What it is for</source>
        <translation>&amp;Para qué es</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Este equipo</translation>
    </message>
    <message>
        <source>Enter the address of the server, such as https://gate.example.org</source>
        <translation>Introduzca la dirección del servidor, como https://gate.example.org</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
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
        <translation>Pruebas</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Producción</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::ServersPage</name>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>Where this console can be. You stay signed in to each while it is open.</source>
        <translation>Dónde puede estar esta consola. Mantiene la sesión en cada uno mientras esté abierta.</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Añadir un servidor…</translation>
    </message>
    <message>
        <source>Import servers…</source>
        <translation>Importar servidores…</translation>
    </message>
    <message>
        <source>Export servers…</source>
        <translation>Exportar servidores…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Añadir un servidor</translation>
    </message>
    <message>
        <source>Forget %1?</source>
        <translation>¿Olvidar %1?</translation>
    </message>
    <message>
        <source>Only this console forgets it, and the certificate it knows of it; nothing happens to the server.</source>
        <translation>Solo lo olvida esta consola, con el certificado que conoce de él; al servidor no le pasa nada.</translation>
    </message>
    <message>
        <source>Forget %1</source>
        <translation>Olvidar %1</translation>
    </message>
    <message>
        <source>%1 is forgotten.</source>
        <translation>%1 se ha olvidado.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Import servers</source>
        <translation>Importar servidores</translation>
    </message>
    <message>
        <source>Export servers</source>
        <translation>Exportar servidores</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>No se puede leer %1.</translation>
    </message>
    <message>
        <source>Servers imported: %1.</source>
        <translation>Servidores importados: %1.</translation>
    </message>
    <message>
        <source>Saved to %1. It holds no passwords.</source>
        <translation>Guardado en %1. No contiene contraseñas.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>No se puede escribir %1: %2.</translation>
    </message>
    <message>
        <source>Here already, and left as they are: %1.</source>
        <translation>Ya estaban aquí y se dejan como están: %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SessionList</name>
    <message>
        <source>Sessions</source>
        <translation>Sesiones</translation>
    </message>
    <message>
        <source>End all</source>
        <translation>Cerrar todas</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Nadie elegido</translation>
    </message>
    <message>
        <source>Choose a user to see where they are signed in.</source>
        <translation>Elija un usuario para ver dónde tiene sesión.</translation>
    </message>
    <message>
        <source>Sessions of %1</source>
        <translation>Sesiones de %1</translation>
    </message>
    <message>
        <source>Signed in nowhere</source>
        <translation>Sin sesión en ningún sitio</translation>
    </message>
    <message>
        <source>%1 has no session.</source>
        <translation>%1 no tiene ninguna sesión.</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Desde %1</translation>
    </message>
    <message>
        <source>Last used %1 · ends %2</source>
        <translation>Último uso %1 · termina %2</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>End the session of %1 from %2</source>
        <translation>Cerrar la sesión de %1 desde %2</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SessionMemory</name>
    <message>
        <source>The keychain of this system could not be used (%1). You work as always, but are not remembered.</source>
        <translation>No se pudo usar el llavero de este sistema (%1). Trabaja como siempre, pero no se le recordará.</translation>
    </message>
    <message>
        <source>The keychain of this system could not be opened (%1). Sign in with your password.</source>
        <translation>No se pudo abrir el llavero de este sistema (%1). Inicie sesión con su contraseña.</translation>
    </message>
    <message>
        <source>The keychain of this system is locked, or has lost what it kept. Sign in with your password.</source>
        <translation>El llavero de este sistema está bloqueado o ha perdido lo que guardaba. Inicie sesión con su contraseña.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingEditor</name>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>As configured</source>
        <translation>Según la configuración</translation>
    </message>
    <message>
        <source>Close the setting</source>
        <translation>Cerrar el ajuste</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activado</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Valor nuevo</translation>
    </message>
    <message>
        <source>Takes back the change: what the configuration file or the environment says holds again.</source>
        <translation>Retira el cambio: vuelve a regir lo que digan el archivo de configuración o el entorno.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>value of a setting</comment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>In force</source>
        <translation>En vigor</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Procede de</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>The server reads this one only when it starts. Change it in its file, environment or flags, and start it again.</source>
        <translation>El servidor solo lee este al arrancar. Cámbielo en su archivo, entorno u opciones y reinícielo.</translation>
    </message>
    <message>
        <source>Only administrators change settings.</source>
        <translation>Solo los administradores cambian los ajustes.</translation>
    </message>
    <message>
        <source>One on each line. Nothing holds before you apply it.</source>
        <translation>Uno por línea. Nada rige antes de aplicarlo.</translation>
    </message>
    <message>
        <source>Nothing holds before you apply it.</source>
        <translation>Nada rige antes de aplicarlo.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingModel</name>
    <message>
        <source>Not applied yet</source>
        <translation>Aún sin aplicar</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Predeterminado</translation>
    </message>
    <message>
        <source>Changed while running</source>
        <translation>Cambiado en marcha</translation>
    </message>
    <message>
        <source>as configured</source>
        <translation>según la configuración</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Procede de</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SettingsPage</name>
    <message>
        <source>Settings of the server</source>
        <translation>Ajustes del servidor</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>What the server goes by, and where each value comes from.</source>
        <translation>Por qué se rige el servidor y de dónde viene cada valor.</translation>
    </message>
    <message>
        <source>Search in the settings</source>
        <translation>Buscar en los ajustes</translation>
    </message>
    <message>
        <source>Every section</source>
        <translation>Todas las secciones</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Todos los ajustes</translation>
    </message>
    <message>
        <source>Not the default</source>
        <translation>No predeterminados</translation>
    </message>
    <message>
        <source>Changeable while running</source>
        <translation>Modificables en marcha</translation>
    </message>
    <message>
        <source>Not applied yet</source>
        <translation>Aún sin aplicar</translation>
    </message>
    <message>
        <source>Which settings</source>
        <translation>Qué ajustes</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Review…</source>
        <translation>Revisar…</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>This console</source>
        <translation>Esta consola</translation>
    </message>
    <message>
        <source>Settings of this console</source>
        <translation>Ajustes de esta consola</translation>
    </message>
    <message>
        <source>Review and apply changed settings…</source>
        <translation>Revisar y aplicar los ajustes cambiados…</translation>
    </message>
    <message>
        <source>Discard changed settings</source>
        <translation>Descartar los ajustes cambiados</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nada encontrado</translation>
    </message>
    <message>
        <source>No setting is like this.</source>
        <translation>Ningún ajuste coincide.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Quitar el filtro</translation>
    </message>
    <message>
        <source>Changed, but not applied yet: %1</source>
        <translation>Cambiados, pero aún sin aplicar: %1</translation>
    </message>
    <message>
        <source>Changed, and in force: %1.</source>
        <translation>Cambiados y en vigor: %1.</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translation>Deshacer…</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SharePage</name>
    <message>
        <source>Share</source>
        <translation>Compartir</translation>
    </message>
    <message>
        <source>Hand over a password or a file so that it can be opened once, and only with the link.</source>
        <translation>Entregar una contraseña o un archivo que se pueda abrir una sola vez, y solo con el enlace.</translation>
    </message>
    <message>
        <source>Send a new secret</source>
        <translation>Enviar un secreto nuevo</translation>
    </message>
    <message>
        <source>See what was opened</source>
        <translation>Ver qué se abrió</translation>
    </message>
    <message>
        <source>Destroy “%1”?</source>
        <translation>¿Destruir «%1»?</translation>
    </message>
    <message>
        <source>Its link opens nothing any more. This cannot be undone.</source>
        <translation>Su enlace ya no abrirá nada. No se puede deshacer.</translation>
    </message>
    <message>
        <source>Destroy it</source>
        <translation>Destruir</translation>
    </message>
    <message>
        <source>“%1” is gone.</source>
        <translation>«%1» ya no existe.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Ask for one</source>
        <translation>Pedir uno</translation>
    </message>
    <message>
        <source>Ask for a secret</source>
        <translation>Pedir un secreto</translation>
    </message>
    <message>
        <source>Save the key to the answer</source>
        <translation>Guardar la clave de la respuesta</translation>
    </message>
    <message>
        <source>The key is of no use any more: the answer was collected, or there is none.</source>
        <translation>La clave ya no sirve: la respuesta se recogió o no hay ninguna.</translation>
    </message>
    <message>
        <source>Saved as %1. “gatehouse collect” opens the answer with it; so does whoever else has it.</source>
        <translation>Guardado como %1. «gatehouse collect» abre con ella la respuesta; también quien más la tenga.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SharingWords</name>
    <message>
        <source>this server wants a token from who sends (HAKANAI_TOKEN or --token-file)</source>
        <translation>este servidor exige un token para enviar (HAKANAI_TOKEN o --token-file)</translation>
    </message>
    <message>
        <source>the server does not know this token, or it has ended</source>
        <translation>el servidor no conoce este token, o ha caducado</translation>
    </message>
    <message>
        <source>this server takes no secrets</source>
        <translation>este servidor no acepta secretos</translation>
    </message>
    <message>
        <source>this server takes no secrets any more</source>
        <translation>este servidor ya no acepta secretos</translation>
    </message>
    <message>
        <source>the passphrase is missing or wrong; a few wrong ones end the secret</source>
        <translation>la contraseña falta o es incorrecta; unas pocas incorrectas destruyen el secreto</translation>
    </message>
    <message>
        <source>it may not be taken from this address, country or network</source>
        <translation>no se puede abrir desde esta dirección, país o red</translation>
    </message>
    <message>
        <source>there is no such secret: it has expired, or the link is wrong</source>
        <translation>no existe tal secreto: ha caducado, o el enlace es incorrecto</translation>
    </message>
    <message>
        <source>it has been taken already; if not by you, tell who sent it</source>
        <translation>ya se ha abierto; si no fue usted, avise a quien lo envió</translation>
    </message>
    <message>
        <source>the receipt is not valid</source>
        <translation>el recibo no es válido</translation>
    </message>
    <message>
        <source>there is no such secret, or the receipt is not its</source>
        <translation>no existe tal secreto, o el recibo no es suyo</translation>
    </message>
    <message>
        <source>it is too late: it has been taken, has expired or was burned</source>
        <translation>demasiado tarde: se abrió, caducó o se destruyó</translation>
    </message>
    <message>
        <source>this server wants a token from who asks</source>
        <translation>este servidor exige un token para pedir</translation>
    </message>
    <message>
        <source>that is not allowed here</source>
        <translation>aquí no está permitido</translation>
    </message>
    <message>
        <source>there is no such request, or nothing yet: it has expired, or nobody has answered</source>
        <translation>no existe tal petición, o aún no hay nada: ha caducado, o nadie ha respondido</translation>
    </message>
    <message>
        <source>it has been answered or collected already</source>
        <translation>ya se ha respondido o recogido</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translation>demasiadas peticiones</translation>
    </message>
    <message>
        <source>it is larger than this server takes from you</source>
        <translation>es más grande de lo que este servidor acepta de usted</translation>
    </message>
    <message>
        <source>the server&apos;s answer makes no sense: is this its address?</source>
        <translation>la respuesta del servidor no tiene sentido: ¿es esta su dirección?</translation>
    </message>
    <message>
        <source>what the server handed out is nothing that was encrypted</source>
        <translation>lo que entregó el servidor no está cifrado</translation>
    </message>
    <message>
        <source>it was decrypted, but is not what the link is for; nothing of it is shown</source>
        <translation>se descifró, pero no es lo que corresponde al enlace; no se muestra nada</translation>
    </message>
    <message>
        <source>this is nothing that was encrypted</source>
        <translation>esto no está cifrado</translation>
    </message>
    <message>
        <source>it cannot be decrypted: the key is wrong, or it was altered</source>
        <translation>no se puede descifrar: la clave es incorrecta, o se ha alterado</translation>
    </message>
    <message>
        <source>it was decrypted, but its content is in no form that is known here</source>
        <translation>se descifró, pero su contenido no tiene una forma conocida aquí</translation>
    </message>
    <message>
        <source>more than 2 GiB cannot be encrypted at once</source>
        <translation>no se pueden cifrar más de 2 GiB de una vez</translation>
    </message>
    <message>
        <source>the encryption failed</source>
        <translation>el cifrado ha fallado</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SideBar</name>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::SignIn</name>
    <message>
        <source>Sign in to %1</source>
        <translation>Iniciar sesión en %1</translation>
    </message>
    <message>
        <source>Create the administrator</source>
        <translation>Crear el administrador</translation>
    </message>
    <message>
        <source>The first user of a server runs it. Others are added later, on the page Access.</source>
        <translation>El primer usuario de un servidor lo administra. Los demás se añaden después, en la página Acceso.</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>Nombre de usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Create and sign in</source>
        <translation>Crear e iniciar sesión</translation>
    </message>
    <message>
        <source>At least 8 characters, with letters of either case, a digit and a sign.</source>
        <translation>Al menos 8 caracteres, con mayúsculas y minúsculas, una cifra y un signo.</translation>
    </message>
    <message>
        <source>Setup code, as the server printed it when it first started</source>
        <translation>Código de instalación que el servidor mostró en su primer arranque</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Iniciando sesión</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Usar otro servidor</translation>
    </message>
    <message>
        <source>&amp;Remember me on this computer</source>
        <translation>&amp;Recordarme en este equipo</translation>
    </message>
    <message>
        <source>Keeps this session, not the password, in the keychain of this system.</source>
        <translation>Guarda esta sesión, no la contraseña, en el llavero de este sistema.</translation>
    </message>
    <message>
        <source>Looking whether you are still signed in</source>
        <translation>Comprobando si la sesión sigue abierta</translation>
    </message>
    <message>
        <source>The way to this server is not encrypted: whoever is on it can read your password.</source>
        <translation>La conexión con este servidor no está cifrada: quien esté en el camino puede leer su contraseña.</translation>
    </message>
    <message>
        <source>Sign in without encryption</source>
        <translation>Iniciar sesión sin cifrado</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Starting</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Use another server</source>
        <translation>Usar otro servidor</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Iniciando</translation>
    </message>
    <message>
        <source>The server did not start</source>
        <translation>El servidor no arrancó</translation>
    </message>
    <message>
        <source>Starting the server</source>
        <translation>Iniciando el servidor</translation>
    </message>
    <message>
        <source>It keeps its data in %1.</source>
        <translation>Guarda sus datos en %1.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::StatePanel</name>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Reference: %1</source>
        <translation>Referencia: %1</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::StatefulArea</name>
    <message>
        <source>Try now</source>
        <translation>Intentar ahora</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>hace %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1 min</translation>
    </message>
    <message>
        <source>%1. What is shown was read %2, at %3.</source>
        <translation>%1. Lo mostrado se leyó %2, a las %3.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Table</name>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Order by</source>
        <translation>Ordenar por</translation>
    </message>
    <message>
        <source>Copy the row</source>
        <translation>Copiar la fila</translation>
    </message>
    <message>
        <source>As they come</source>
        <translation>Tal como vienen</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TokenList</name>
    <message>
        <source>Share tokens</source>
        <translation>Tokens para compartir</translation>
    </message>
    <message>
        <source>New share token…</source>
        <translation>Nuevo token para compartir…</translation>
    </message>
    <message>
        <source>Revoke the token…</source>
        <translation>Revocar el token…</translation>
    </message>
    <message>
        <source>New token</source>
        <translation>Token nuevo</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Revocar…</translation>
    </message>
    <message>
        <source>No share tokens</source>
        <translation>Ningún token para compartir</translation>
    </message>
    <message>
        <source>Revoke the token “%1” of %2 on %3?</source>
        <translation>¿Revocar el token «%1» de %2 en %3?</translation>
    </message>
    <message>
        <source>Nobody can create secrets with it any more, nor with tokens that were made by it. Secrets that wait stay.</source>
        <translation>Nadie podrá crear más secretos con él, ni con los tokens que creó. Los secretos que esperan se quedan.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
    <message>
        <source>A token lets somebody without an account create one-time secrets.</source>
        <translation>Con un token, alguien sin cuenta puede crear secretos de un solo uso.</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TokenModel</name>
    <message>
        <source>Admin token</source>
        <translation>Token de administración</translation>
    </message>
    <message>
        <source>For one secret</source>
        <translation>Para un secreto</translation>
    </message>
    <message>
        <source>Share token</source>
        <translation>Token para compartir</translation>
    </message>
    <message>
        <source>The first start</source>
        <translation>El primer arranque</translation>
    </message>
    <message>
        <source>As the server</source>
        <translation>Como el servidor</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>Creado por</translation>
    </message>
    <message>
        <source>Up to</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TopBar</name>
    <message>
        <source>Look as the system does</source>
        <translation>Apariencia del sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operador</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Server: %1, %2</source>
        <translation>Servidor: %1, %2</translation>
    </message>
    <message>
        <source>Only looked at</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>Nothing is changed on this server from here; the page Servers says otherwise.</source>
        <translation>Desde aquí no se cambia nada en este servidor; en la página Servidores se puede decidir otra cosa.</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>Buscar una página o acción</translation>
    </message>
    <message>
        <source>Account: %1, %2</source>
        <translation>Cuenta: %1, %2</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrafficChart</name>
    <message>
        <source>Requests, refusals and errors over time</source>
        <translation>Peticiones, rechazos y errores en el tiempo</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>Peticiones por segundo</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Errores</translation>
    </message>
    <message>
        <source>Chart of requests, refusals and errors a second; the table has the numbers</source>
        <translation>Gráfico de peticiones, rechazos y errores por segundo; la tabla tiene los números</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5 minutos</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Show the numbers</source>
        <translation>Mostrar los números</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::TrafficTable</name>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Requests/s</source>
        <translation>Peticiones/s</translation>
    </message>
    <message>
        <source>Refused/s</source>
        <translation>Rechazadas/s</translation>
    </message>
    <message>
        <source>Errors/s</source>
        <translation>Errores/s</translation>
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
        <translation>&amp;Abrir Gatehouse</translation>
    </message>
    <message>
        <source>&amp;Start the server</source>
        <translation>&amp;Iniciar el servidor</translation>
    </message>
    <message>
        <source>S&amp;top the server</source>
        <translation>&amp;Detener el servidor</translation>
    </message>
    <message>
        <source>&amp;Restart the server</source>
        <translation>&amp;Reiniciar el servidor</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>The server in this program does not run</source>
        <translation>El servidor de este programa no está en marcha</translation>
    </message>
    <message>
        <source>The server starts</source>
        <translation>El servidor se inicia</translation>
    </message>
    <message>
        <source>The server runs</source>
        <translation>El servidor está en marcha</translation>
    </message>
    <message>
        <source>The server stops</source>
        <translation>El servidor se detiene</translation>
    </message>
    <message>
        <source>The server could not start</source>
        <translation>El servidor no pudo arrancar</translation>
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
        <translation>Quién está cerca de un límite o lo supera</translation>
    </message>
    <message>
        <source>Near or over a limit</source>
        <translation>Cerca de un límite o por encima</translation>
    </message>
    <message>
        <source>Give the caller everything back</source>
        <translation>Devolver todo al cliente</translation>
    </message>
    <message>
        <source>Never limit the caller</source>
        <translation>No limitar nunca al cliente</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Every caller has more than a fifth left.</source>
        <translation>A cada cliente le queda más de una quinta parte.</translation>
    </message>
    <message>
        <source>Never limit</source>
        <translation>No limitar nunca</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UsageModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>en %1 s</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Quedan</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>All there again</source>
        <translation>Completo de nuevo</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::UserModel</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (usted)</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Desactivado</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Activo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rol</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Desde</translation>
    </message>
</context>
<context>
    <name>gatehouse::desktop::Workspace</name>
    <message>
        <source>Go to %1</source>
        <translation>Ir a %1</translation>
    </message>
    <message>
        <source>Find a page or an action</source>
        <translation>Buscar una página o acción</translation>
    </message>
    <message>
        <source>Lock the console</source>
        <translation>Bloquear la consola</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar sesión</translation>
    </message>
</context>
<context>
    <name>gatehouse::embedded::EmbeddedServer</name>
    <message>
        <source>This program serves only its own computer; for others, run gatehouse serve. Remove the setting http.listen.</source>
        <translation>Este programa solo sirve a su propio equipo; para otros, ejecute gatehouse serve. Quite el ajuste http.listen.</translation>
    </message>
</context>
</TS>
