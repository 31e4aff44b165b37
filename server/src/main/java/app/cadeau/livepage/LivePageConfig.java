package app.cadeau.livepage;

import app.cadeau.browser.Lanes;
import app.cadeau.catalogue.Gifts;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The LIVE pages of the daemon. */
@Configuration(proxyBeanMethods = false)
class LivePageConfig {

    @Bean
    ChromiumLivePages livePages(
            Lanes lanes,
            Gifts gifts,
            InstantSource clock,
            @Value("${cadeau.live.url}") URI site,
            @Value("${cadeau.home}") Path home) {
        var settings = LivePageSettings.of(site).withOwnDesigns(home.resolve("selectors"));
        return new ChromiumLivePages(lanes, settings, gifts::all, clock);
    }
}
