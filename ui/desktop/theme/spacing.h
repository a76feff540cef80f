#pragma once

namespace gatehouse::desktop {

// The one scale of distances, in device-independent pixels. Nothing in the windows uses another number.
inline constexpr int kGapTiny = 4; ///< within one thing: an icon and its text
inline constexpr int kGapSmall = 8; ///< between things that belong together
inline constexpr int kGap = 12; ///< between fields
inline constexpr int kGapLarge = 16; ///< within a card
inline constexpr int kGapHuge = 24; ///< around a page, between its cards and sections
inline constexpr int kGapVast = 40; ///< around what stands alone

inline constexpr int kRadius = 8; ///< of cards
inline constexpr int kRadiusSmall = 6; ///< of buttons and fields

inline constexpr int kIconSmall = 16;
inline constexpr int kIcon = 20;
inline constexpr int kIconHuge = 40;

} // namespace gatehouse::desktop
