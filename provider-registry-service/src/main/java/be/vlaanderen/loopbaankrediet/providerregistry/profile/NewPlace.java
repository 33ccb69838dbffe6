package be.vlaanderen.loopbaankrediet.providerregistry.profile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Where a counsellor receives people, as told. */
public record NewPlace(
        @NotNull(message = "Dit is verplicht.") @Pattern(regexp = "[\\p{L}\\p{M}0-9 '’().-]{1,80}", message = "Geef de naam van een gemeente.")
        String municipality,

        @NotNull(message = "Dit is verplicht.") @Pattern(regexp = "[1-9][0-9]{3}", message = "Geef een postcode van vier cijfers.") String postalCode) {}
