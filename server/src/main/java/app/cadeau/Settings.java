package app.cadeau;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an owner may set for the daemon as a whole: environment or {@code application.yaml}, the environment wins.
 *
 * @param masterKey wraps the keys of sessions: 32 bytes as base64 or hex; blank for none
 * @param masterKeyFile the same, in a file; without either a key is made in the home
 * @param masterKeyOld the key before this one: what only it opens is wrapped anew at the start
 * @param masterKeyLost true once, when the key is lost for good: sessions that do not open are wiped
 * @param loginWindow VISIBLE, or HIDDEN for tests
 * @param machineId tells this machine from others; blank for what the system says of itself
 */
@ConfigurationProperties("cadeau")
record Settings(
        @DefaultValue("") String masterKey,
        @Nullable Path masterKeyFile,
        @DefaultValue("") String masterKeyOld,
        @DefaultValue("false") boolean masterKeyLost,
        @DefaultValue("VISIBLE") String loginWindow,
        @DefaultValue("") String machineId,
        @DefaultValue Live live,
        @DefaultValue Database database) {

    /**
     * @param url base of the LIVE site
     * @param checkPage below it: one that asks who is logged in and what they own
     * @param loginPage below it: where a person logs in
     */
    record Live(
            @DefaultValue("http://127.0.0.1:8788") URI url,
            @DefaultValue("/live") String checkPage,
            @DefaultValue("/login") String loginPage) {}

    /** @param url blank for SQLite in the home */
    record Database(@DefaultValue("") String url) {}
}
