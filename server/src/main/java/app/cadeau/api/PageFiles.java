package app.cadeau.api;

import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/** The files of the pages are asked for again each time and sent only when they changed: a new version is never half old. */
@Configuration(proxyBeanMethods = false)
class PageFiles {

    /** A weak tag, as a strong one would keep Tomcat from compressing. */
    @Bean
    FilterRegistrationBean<Filter> etags() {
        var tags = new ShallowEtagHeaderFilter();
        tags.setWriteWeakETag(true);
        var registration = new FilterRegistrationBean<Filter>(tags);
        registration.addUrlPatterns("/js/*", "/css/*", "/i18n/*", "*.html", "*.svg");
        return registration;
    }
}
