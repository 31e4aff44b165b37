package app.cadeau.simulator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The page's calls about who is logged in and what they own. */
final class AccountDesk {

    private static final Map<String, Object> NOBODY = Map.of(
            "message",
            "error",
            "data",
            Map.of("error_code", 1, "name", "session_expired", "description", "Session expired"));

    private final Wallets wallets;
    private final Faults faults;
    private final Variations variations;
    private final Clock clock;

    AccountDesk(Wallets wallets, Faults faults, Variations variations, Clock clock) {
        this.wallets = wallets;
        this.faults = faults;
        this.variations = variations;
        this.clock = clock;
    }

    void open(Desks desks) {
        desks.at("/passport/web/account/info/", this::account)
                .at("/passport/web/logout/", this::logOut)
                .at("/webcast/wallet_api/fs/diamond_buy/permission_v2", this::wallet)
                .at("/webcast/wallet_api_tiktok/*", this::wallet);
    }

    private void account(Exchange exchange) {
        Optional<Wallet> wallet = wallets.of(exchange.session());
        if (wallet.isEmpty()) {
            exchange.json(NOBODY);
        } else if (variations.has(Variation.ACCOUNT_UNTOLD)) {
            exchange.json(Map.of("message", "success", "data", Map.of()));
        } else {
            exchange.json(Map.of("message", "success", "data", data(wallet.get())));
        }
    }

    private Map<String, Object> data(Wallet wallet) {
        String id = Long.toString(wallet.userId());
        return Map.of(
                "user_id",
                variations.has(Variation.IDS_AS_TEXT) ? id : Long.valueOf(wallet.userId()),
                "user_id_str",
                id,
                "username",
                wallet.handle(),
                "screen_name",
                wallet.nickname(),
                "sec_user_id",
                wallet.secUid());
    }

    private void logOut(Exchange exchange) {
        wallets.logOut(exchange.session());
        exchange.json(Map.of("message", "success", "data", Map.of()));
    }

    private void wallet(Exchange exchange) {
        Optional<Wallet> found = wallets.of(exchange.session());
        if (found.isEmpty()) {
            exchange.json(Prompts.refusal(Till.LOGGED_OUT, clock.millis()));
            return;
        }
        Wallet wallet = found.get();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(
                "coins",
                faults.strikes(Fault.BALANCE_STALE)
                        .map(rule -> wallet.coinsBefore(rule.amount()))
                        .orElseGet(wallet::coins));
        data.put("frozen_coins", wallet.frozen());
        data.put("is_allow", wallet.standing().adult() && wallet.standing().countryAllows());
        data.put("is_show", wallet.standing().countryAllows());
        data.put("pc_web_recharge_status", 1);
        exchange.json(Map.of("status_code", 0, "data", data));
    }
}
