package app.cadeau;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The parts of the daemon; {@link Daemon} starts them. */
@SpringBootApplication
@ConfigurationPropertiesScan
class Application {}
