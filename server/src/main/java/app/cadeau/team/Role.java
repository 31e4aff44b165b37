package app.cadeau.team;

import java.util.EnumSet;
import java.util.Set;

/** What a member is in the team, and so what they may do. */
public enum Role {
    ADMIN(EnumSet.allOf(Permission.class)),
    MANAGER(EnumSet.of(Permission.LOOK, Permission.SEND, Permission.CHANGE)),
    SENDER(EnumSet.of(Permission.LOOK, Permission.SEND));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** @throws IllegalArgumentException with a sentence when there is no such role */
    public static Role of(String text) {
        for (var role : values()) {
            if (role.name().equals(text)) {
                return role;
            }
        }
        throw new IllegalArgumentException("a role is ADMIN, MANAGER or SENDER");
    }
}
