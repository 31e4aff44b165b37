package app.cadeau.livepage;

import app.cadeau.accounts.Checkups;
import app.cadeau.browser.Lanes;
import app.cadeau.browser.LetIn;
import app.cadeau.browser.LoginWindows;
import app.cadeau.catalogue.Gifts;
import app.cadeau.live.Sightings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The LIVE pages of the daemon. */
@Configuration(proxyBeanMethods = false)
class LivePageConfig {

    @Bean
    Sightings sightings(InstantSource clock) {
        return new Sightings(clock);
    }

    @Bean
    ChromiumLivePages livePages(
            Lanes lanes,
            Gifts gifts,
            Sightings sightings,
            InstantSource clock,
            LetIn letIn,
            @Value("${cadeau.live.url}") URI site,
            @Value("${cadeau.home}") Path home,
            LivePageSettings.Warmth warm) {
        return new ChromiumLivePages(lanes, settings(site, home, letIn).withWarmth(warm), gifts::all, sightings, clock);
    }

    @Bean
    LivePageSettings.Warmth warmth(
            @Value("${cadeau.warm.idle}") Duration idle,
            @Value("${cadeau.warm.page-age}") Duration age,
            @Value("${cadeau.warm.page-gifts}") int gifts) {
        return new LivePageSettings.Warmth(idle, age, gifts);
    }

    private static LivePageSettings settings(URI site, Path home, LetIn letIn) {
        return LivePageSettings.of(site).withLetIn(letIn).withOwnDesigns(home.resolve("selectors"));
    }

    /** What everybody opens LIVEs by: what is seen of a log-in on the way is noted. */
    @Bean
    @Primary
    LivePages notedPages(ChromiumLivePages pages, Checkups checkups) {
        return new NotedPages(pages, checkups);
    }

    @Bean
    SessionChecks sessionChecks(
            Lanes lanes,
            InstantSource clock,
            LetIn letIn,
            @Value("${cadeau.live.url}") URI site,
            @Value("${cadeau.live.check-page}") String page,
            @Value("${cadeau.home}") Path home) {
        return new SessionChecks(lanes, settings(site, home, letIn), page, clock);
    }

    @Bean
    LogIns logIns(
            LoginWindows windows,
            InstantSource clock,
            LetIn letIn,
            @Value("${cadeau.live.url}") URI site,
            @Value("${cadeau.live.login-page}") String page,
            @Value("${cadeau.home}") Path home) {
        return new LogIns(windows, settings(site, home, letIn), page, clock);
    }
}
