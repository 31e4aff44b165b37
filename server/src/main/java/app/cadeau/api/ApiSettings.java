package app.cadeau.api;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the API is set to.
 *
 * @param home holds the token
 * @param live the LIVE site that sends go to
 * @param database where data is kept
 * @param publicUrl the one further address that is ours; blank for none
 */
@ConfigurationProperties("cadeau")
record ApiSettings(
        Path home,
        @DefaultValue Live live,
        @DefaultValue Database database,
        @DefaultValue("") String publicUrl) {

    /** @param url blank for SQLite in the home */
    record Database(@DefaultValue("") String url) {}

    record Live(@DefaultValue("http://127.0.0.1:8788") URI url) {}
}
