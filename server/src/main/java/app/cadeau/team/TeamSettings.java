package app.cadeau.team;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param home holds the keys that access tokens are signed with */
@ConfigurationProperties("cadeau")
record TeamSettings(Path home) {}
