package app.cadeau;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Lets nobody but Cadeau itself write below INFO, whatever level an owner sets: there libraries write bodies, headers
 * and parameters, and with them cookies and tokens. Logback makes it, by its name in the configuration.
 */
public final class OwnWords extends TurboFilter {

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            @Nullable Object @Nullable [] values,
            @Nullable Throwable thrown) {
        var ours = logger.getName().startsWith("app.cadeau.");
        return ours || level.isGreaterOrEqual(Level.INFO) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
