// 200 pairs of articles of Reuters-21578, by NEWID, each read and judged: do
// the two tell the same story in much the same words? Second versions,
// corrections and a flash with the report that follows do; the dividends of two
// companies and the market reports of two hours do not.
//
// Half of them are a random sample of the pairs that the judge of same_story.h
// took for one story when they were drawn, half of those that it did not, with
// a tenth of their word triples and three fifths of their facts in common, and
// published within three days. None served to choose the judge's bounds.
#pragma once

#include <array>
#include <cstdint>

namespace broadsheet::indexer {

struct JudgedPair {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  bool is_one_story = false;
};

inline constexpr std::array kJudgedPairs = std::to_array<JudgedPair>({
    {248, 352, true},      {491, 495, true},      {512, 513, false},
    {583, 643, true},      {692, 695, false},     {700, 702, false},
    {911, 947, true},      {926, 942, true},      {1119, 1925, false},
    {1159, 1209, true},    {1243, 1280, true},    {1315, 1339, true},
    {1482, 1516, true},    {1618, 1637, true},    {1627, 1646, true},
    {1921, 1973, true},    {2014, 2141, false},   {2021, 2023, true},
    {2049, 2787, false},   {2136, 2801, false},   {2506, 2690, false},
    {2520, 2538, true},    {2614, 2631, true},    {2936, 2942, true},
    {2989, 3070, true},    {3006, 3087, false},   {3007, 3043, true},
    {3128, 3131, true},    {3159, 3729, false},   {3464, 3525, true},
    {3484, 3583, true},    {3489, 3555, true},    {3574, 3646, true},
    {3662, 3921, true},    {3705, 3712, false},   {3902, 3931, true},
    {4068, 4119, true},    {4422, 4441, true},    {4562, 4574, true},
    {4616, 4712, true},    {4668, 4726, true},    {4757, 4762, true},
    {4874, 4885, true},    {4883, 4927, true},    {4995, 5008, true},
    {5037, 5061, true},    {5125, 5281, true},    {5143, 5268, true},
    {5186, 5294, true},    {5190, 5338, true},    {5307, 6489, false},
    {5439, 6046, false},   {5549, 5556, true},    {5617, 5629, true},
    {5861, 5905, false},   {5890, 5948, true},    {6045, 6080, true},
    {6077, 6131, true},    {6117, 6126, true},    {6198, 6297, true},
    {7027, 7652, false},   {7550, 7594, true},    {7652, 8194, false},
    {8103, 8184, true},    {8247, 8728, false},   {8335, 8339, true},
    {8457, 8580, true},    {8599, 8725, true},    {8636, 10326, false},
    {8641, 8674, true},    {9039, 9614, false},   {9149, 9213, true},
    {9283, 9382, true},    {9482, 10374, true},   {9656, 9681, true},
    {9770, 9821, true},    {10093, 10204, true},  {10268, 10375, true},
    {10270, 10360, true},  {10270, 10392, true},  {10312, 10351, true},
    {10660, 10770, true},  {10776, 10806, true},  {10845, 10873, true},
    {10862, 10910, true},  {11104, 11107, true},  {11172, 11275, true},
    {11450, 11551, true},  {11614, 11644, true},  {11853, 12481, false},
    {11882, 11949, true},  {12225, 12236, true},  {12319, 12373, true},
    {12457, 12473, true},  {12580, 12643, false}, {12641, 12651, true},
    {12761, 12823, true},  {12797, 12834, true},  {12911, 12966, true},
    {13056, 13074, true},  {13323, 13637, true},  {13383, 14057, false},
    {13456, 13550, false}, {13503, 14108, false}, {13518, 13998, false},
    {13538, 13563, false}, {13538, 14064, false}, {13566, 14064, false},
    {13572, 14007, false}, {13580, 14085, false}, {13693, 13742, false},
    {13723, 13732, false}, {13811, 14026, false}, {13834, 15540, false},
    {13920, 14233, false}, {13977, 13985, false}, {13978, 14014, false},
    {13997, 14341, false}, {14007, 14105, false}, {14011, 14269, false},
    {14049, 14123, false}, {14075, 14348, false}, {14082, 14272, false},
    {14269, 14392, false}, {14272, 14373, false}, {14330, 14404, false},
    {14457, 14460, false}, {14460, 14467, false}, {14476, 14499, true},
    {14708, 14724, true},  {14818, 14952, true},  {14881, 14912, true},
    {14958, 15016, false}, {15375, 15452, true},  {15400, 15455, true},
    {15453, 15486, true},  {15852, 15886, true},  {15932, 15988, true},
    {15933, 15934, false}, {16018, 16039, true},  {16094, 16357, true},
    {16106, 16743, false}, {16174, 16257, true},  {16217, 16556, true},
    {16361, 16368, true},  {16468, 16471, false}, {17069, 17078, true},
    {17152, 17157, true},  {17249, 17272, true},  {17522, 17533, true},
    {17622, 17632, true},  {17654, 17714, true},  {17846, 17861, true},
    {17870, 17874, true},  {17895, 17947, true},  {18671, 18673, true},
    {18705, 18789, false}, {18706, 18707, false}, {18754, 18795, false},
    {18800, 19212, false}, {19417, 19421, false}, {19496, 19641, true},
    {19670, 19771, true},  {20044, 21554, false}, {20110, 21450, false},
    {20122, 21068, false}, {20139, 20171, false}, {20143, 21139, false},
    {20143, 21311, false}, {20143, 21418, false}, {20156, 21495, false},
    {20169, 20350, false}, {20172, 21456, false}, {20173, 20218, false},
    {20201, 20528, false}, {20201, 20696, false}, {20205, 21125, false},
    {20218, 21470, false}, {20240, 21418, false}, {20244, 20951, false},
    {20271, 21310, false}, {20271, 21334, false}, {20315, 20528, false},
    {20315, 21457, false}, {20329, 21231, false}, {20329, 21457, false},
    {20330, 20345, false}, {20330, 21457, false}, {20387, 21450, false},
    {20478, 20950, false}, {20551, 20617, false}, {20676, 21432, false},
    {20721, 20936, false}, {21125, 21420, false}, {21127, 21226, false},
    {21127, 21334, false}, {21127, 21471, false}, {21139, 21420, false},
    {21418, 21432, false}, {21424, 21495, false},
});

}  // namespace broadsheet::indexer
