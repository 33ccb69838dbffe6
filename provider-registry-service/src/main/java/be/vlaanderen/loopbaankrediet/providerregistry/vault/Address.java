package be.vlaanderen.loopbaankrediet.providerregistry.vault;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where the enterprise of a counsellor has its seat; stands on the payment statement (domain 7).
 *
 * @param street with number and box
 */
public record Address(
        @NotBlank(message = "Dit is verplicht.") @Size(max = 100, message = "Dit is te lang: hoogstens 100 tekens.") @Pattern(
                regexp = "[\\p{L}\\p{M}\\p{N} .,'’()&/+-]*",
                message = "Gebruik letters, cijfers, spaties en gewone leestekens.")
        String street,

        @NotNull(message = "Dit is verplicht.") @Pattern(regexp = "[1-9][0-9]{3}", message = "Geef een postcode van vier cijfers.") String postalCode,

        @NotNull(message = "Dit is verplicht.") @Pattern(regexp = "[\\p{L}\\p{M}0-9 '’().-]{1,80}", message = "Geef de naam van een gemeente.")
        String municipality) {

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
        return "Address";
    }
}
