// Made by scripts/embed-web. Not to be edited.
#include "web_files.h"

// #embed is of C23; clang has it in every C.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../Web/api.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_1[] = {
#embed "../../Web/console/connection.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_2[] = {
#embed "../../Web/console/console.css" suffix(, 0) if_empty(0)
};
static const unsigned char file_3[] = {
#embed "../../Web/console/frame.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_4[] = {
#embed "../../Web/console/screen.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_5[] = {
#embed "../../Web/console/serial.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_6[] = {
#embed "../../Web/console/words.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_7[] = {
#embed "../../Web/create/options.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_8[] = {
#embed "../../Web/create/page.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_9[] = {
#embed "../../Web/create/plan.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_10[] = {
#embed "../../Web/create/rows.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_11[] = {
#embed "../../Web/create/sourcelist.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_12[] = {
#embed "../../Web/create/sources.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_13[] = {
#embed "../../Web/dom.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_14[] = {
#embed "../../Web/format.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_15[] = {
#embed "../../Web/i18n.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_16[] = {
#embed "../../Web/i18n/en-devices.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_17[] = {
#embed "../../Web/i18n/en-hosts.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_18[] = {
#embed "../../Web/i18n/en-networks.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_19[] = {
#embed "../../Web/i18n/en-words.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_20[] = {
#embed "../../Web/i18n/en.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_21[] = {
#embed "../../Web/i18n/zh-devices.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_22[] = {
#embed "../../Web/i18n/zh-hosts.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_23[] = {
#embed "../../Web/i18n/zh-networks.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_24[] = {
#embed "../../Web/i18n/zh-words.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_25[] = {
#embed "../../Web/i18n/zh.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_26[] = {
#embed "../../Web/icon.svg" suffix(, 0) if_empty(0)
};
static const unsigned char file_27[] = {
#embed "../../Web/index.html" suffix(, 0) if_empty(0)
};
static const unsigned char file_28[] = {
#embed "../../Web/machine/cardforms.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_29[] = {
#embed "../../Web/machine/consoles.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_30[] = {
#embed "../../Web/machine/devices.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_31[] = {
#embed "../../Web/machine/diskforms.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_32[] = {
#embed "../../Web/machine/disks.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_33[] = {
#embed "../../Web/machine/edit.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_34[] = {
#embed "../../Web/machine/log.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_35[] = {
#embed "../../Web/machine/network.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_36[] = {
#embed "../../Web/machine/overview.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_37[] = {
#embed "../../Web/machine/page.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_38[] = {
#embed "../../Web/machine/screen.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_39[] = {
#embed "../../Web/machine/serial.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_40[] = {
#embed "../../Web/machine/snapshots.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_41[] = {
#embed "../../Web/machine/thumbnail.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_42[] = {
#embed "../../Web/machine/usage.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_43[] = {
#embed "../../Web/machine/xml.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_44[] = {
#embed "../../Web/machines/actions.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_45[] = {
#embed "../../Web/machines/bulk.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_46[] = {
#embed "../../Web/machines/columns.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_47[] = {
#embed "../../Web/machines/delete.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_48[] = {
#embed "../../Web/machines/filter.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_49[] = {
#embed "../../Web/machines/filterbar.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_50[] = {
#embed "../../Web/machines/list.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_51[] = {
#embed "../../Web/machines/row.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_52[] = {
#embed "../../Web/main.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_53[] = {
#embed "../../Web/pages/audit.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_54[] = {
#embed "../../Web/pages/bridgecountdown.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_55[] = {
#embed "../../Web/pages/bridgeforms.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_56[] = {
#embed "../../Web/pages/bridges.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_57[] = {
#embed "../../Web/pages/host.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_58[] = {
#embed "../../Web/pages/hostcheck.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_59[] = {
#embed "../../Web/pages/hostmend.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_60[] = {
#embed "../../Web/pages/hosts.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_61[] = {
#embed "../../Web/pages/images.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_62[] = {
#embed "../../Web/pages/network.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_63[] = {
#embed "../../Web/pages/networkdelete.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_64[] = {
#embed "../../Web/pages/networkedit.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_65[] = {
#embed "../../Web/pages/networkfields.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_66[] = {
#embed "../../Web/pages/networkmake.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_67[] = {
#embed "../../Web/pages/networkports.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_68[] = {
#embed "../../Web/pages/networks.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_69[] = {
#embed "../../Web/pages/operations.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_70[] = {
#embed "../../Web/pages/pool.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_71[] = {
#embed "../../Web/pages/settings.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_72[] = {
#embed "../../Web/pages/storage.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_73[] = {
#embed "../../Web/pages/token.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_74[] = {
#embed "../../Web/pages/uploadrow.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_75[] = {
#embed "../../Web/pages/uploads.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_76[] = {
#embed "../../Web/robots.txt" suffix(, 0) if_empty(0)
};
static const unsigned char file_77[] = {
#embed "../../Web/router.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_78[] = {
#embed "../../Web/settings.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_79[] = {
#embed "../../Web/shell/banner.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_80[] = {
#embed "../../Web/shell/drawer.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_81[] = {
#embed "../../Web/shell/elevation.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_82[] = {
#embed "../../Web/shell/login.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_83[] = {
#embed "../../Web/shell/rail.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_84[] = {
#embed "../../Web/shell/search.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_85[] = {
#embed "../../Web/shell/shell.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_86[] = {
#embed "../../Web/store.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_87[] = {
#embed "../../Web/styles/base.css" suffix(, 0) if_empty(0)
};
static const unsigned char file_88[] = {
#embed "../../Web/styles/machine.css" suffix(, 0) if_empty(0)
};
static const unsigned char file_89[] = {
#embed "../../Web/styles/machines.css" suffix(, 0) if_empty(0)
};
static const unsigned char file_90[] = {
#embed "../../Web/styles/pages.css" suffix(, 0) if_empty(0)
};
static const unsigned char file_91[] = {
#embed "../../Web/styles/parts.css" suffix(, 0) if_empty(0)
};
static const unsigned char file_92[] = {
#embed "../../Web/styles/phone.css" suffix(, 0) if_empty(0)
};
static const unsigned char file_93[] = {
#embed "../../Web/styles/shell.css" suffix(, 0) if_empty(0)
};
static const unsigned char file_94[] = {
#embed "../../Web/styles/tokens.css" suffix(, 0) if_empty(0)
};
static const unsigned char file_95[] = {
#embed "../../Web/theme.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_96[] = {
#embed "../../Web/ui/chart.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_97[] = {
#embed "../../Web/ui/dialog.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_98[] = {
#embed "../../Web/ui/fault.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_99[] = {
#embed "../../Web/ui/icons.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_100[] = {
#embed "../../Web/ui/menu.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_101[] = {
#embed "../../Web/ui/parts.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_102[] = {
#embed "../../Web/ui/perhost.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_103[] = {
#embed "../../Web/ui/toast.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_104[] = {
#embed "../../Web/ui/usagecharts.js" suffix(, 0) if_empty(0)
};
static const unsigned char file_105[] = {
#embed "../../Web/ui/virtual.js" suffix(, 0) if_empty(0)
};

static const struct roost_web_file files[] = {
    {"api.js", file_0, sizeof(file_0) - 1},
    {"console/connection.js", file_1, sizeof(file_1) - 1},
    {"console/console.css", file_2, sizeof(file_2) - 1},
    {"console/frame.js", file_3, sizeof(file_3) - 1},
    {"console/screen.js", file_4, sizeof(file_4) - 1},
    {"console/serial.js", file_5, sizeof(file_5) - 1},
    {"console/words.js", file_6, sizeof(file_6) - 1},
    {"create/options.js", file_7, sizeof(file_7) - 1},
    {"create/page.js", file_8, sizeof(file_8) - 1},
    {"create/plan.js", file_9, sizeof(file_9) - 1},
    {"create/rows.js", file_10, sizeof(file_10) - 1},
    {"create/sourcelist.js", file_11, sizeof(file_11) - 1},
    {"create/sources.js", file_12, sizeof(file_12) - 1},
    {"dom.js", file_13, sizeof(file_13) - 1},
    {"format.js", file_14, sizeof(file_14) - 1},
    {"i18n.js", file_15, sizeof(file_15) - 1},
    {"i18n/en-devices.js", file_16, sizeof(file_16) - 1},
    {"i18n/en-hosts.js", file_17, sizeof(file_17) - 1},
    {"i18n/en-networks.js", file_18, sizeof(file_18) - 1},
    {"i18n/en-words.js", file_19, sizeof(file_19) - 1},
    {"i18n/en.js", file_20, sizeof(file_20) - 1},
    {"i18n/zh-devices.js", file_21, sizeof(file_21) - 1},
    {"i18n/zh-hosts.js", file_22, sizeof(file_22) - 1},
    {"i18n/zh-networks.js", file_23, sizeof(file_23) - 1},
    {"i18n/zh-words.js", file_24, sizeof(file_24) - 1},
    {"i18n/zh.js", file_25, sizeof(file_25) - 1},
    {"icon.svg", file_26, sizeof(file_26) - 1},
    {"index.html", file_27, sizeof(file_27) - 1},
    {"machine/cardforms.js", file_28, sizeof(file_28) - 1},
    {"machine/consoles.js", file_29, sizeof(file_29) - 1},
    {"machine/devices.js", file_30, sizeof(file_30) - 1},
    {"machine/diskforms.js", file_31, sizeof(file_31) - 1},
    {"machine/disks.js", file_32, sizeof(file_32) - 1},
    {"machine/edit.js", file_33, sizeof(file_33) - 1},
    {"machine/log.js", file_34, sizeof(file_34) - 1},
    {"machine/network.js", file_35, sizeof(file_35) - 1},
    {"machine/overview.js", file_36, sizeof(file_36) - 1},
    {"machine/page.js", file_37, sizeof(file_37) - 1},
    {"machine/screen.js", file_38, sizeof(file_38) - 1},
    {"machine/serial.js", file_39, sizeof(file_39) - 1},
    {"machine/snapshots.js", file_40, sizeof(file_40) - 1},
    {"machine/thumbnail.js", file_41, sizeof(file_41) - 1},
    {"machine/usage.js", file_42, sizeof(file_42) - 1},
    {"machine/xml.js", file_43, sizeof(file_43) - 1},
    {"machines/actions.js", file_44, sizeof(file_44) - 1},
    {"machines/bulk.js", file_45, sizeof(file_45) - 1},
    {"machines/columns.js", file_46, sizeof(file_46) - 1},
    {"machines/delete.js", file_47, sizeof(file_47) - 1},
    {"machines/filter.js", file_48, sizeof(file_48) - 1},
    {"machines/filterbar.js", file_49, sizeof(file_49) - 1},
    {"machines/list.js", file_50, sizeof(file_50) - 1},
    {"machines/row.js", file_51, sizeof(file_51) - 1},
    {"main.js", file_52, sizeof(file_52) - 1},
    {"pages/audit.js", file_53, sizeof(file_53) - 1},
    {"pages/bridgecountdown.js", file_54, sizeof(file_54) - 1},
    {"pages/bridgeforms.js", file_55, sizeof(file_55) - 1},
    {"pages/bridges.js", file_56, sizeof(file_56) - 1},
    {"pages/host.js", file_57, sizeof(file_57) - 1},
    {"pages/hostcheck.js", file_58, sizeof(file_58) - 1},
    {"pages/hostmend.js", file_59, sizeof(file_59) - 1},
    {"pages/hosts.js", file_60, sizeof(file_60) - 1},
    {"pages/images.js", file_61, sizeof(file_61) - 1},
    {"pages/network.js", file_62, sizeof(file_62) - 1},
    {"pages/networkdelete.js", file_63, sizeof(file_63) - 1},
    {"pages/networkedit.js", file_64, sizeof(file_64) - 1},
    {"pages/networkfields.js", file_65, sizeof(file_65) - 1},
    {"pages/networkmake.js", file_66, sizeof(file_66) - 1},
    {"pages/networkports.js", file_67, sizeof(file_67) - 1},
    {"pages/networks.js", file_68, sizeof(file_68) - 1},
    {"pages/operations.js", file_69, sizeof(file_69) - 1},
    {"pages/pool.js", file_70, sizeof(file_70) - 1},
    {"pages/settings.js", file_71, sizeof(file_71) - 1},
    {"pages/storage.js", file_72, sizeof(file_72) - 1},
    {"pages/token.js", file_73, sizeof(file_73) - 1},
    {"pages/uploadrow.js", file_74, sizeof(file_74) - 1},
    {"pages/uploads.js", file_75, sizeof(file_75) - 1},
    {"robots.txt", file_76, sizeof(file_76) - 1},
    {"router.js", file_77, sizeof(file_77) - 1},
    {"settings.js", file_78, sizeof(file_78) - 1},
    {"shell/banner.js", file_79, sizeof(file_79) - 1},
    {"shell/drawer.js", file_80, sizeof(file_80) - 1},
    {"shell/elevation.js", file_81, sizeof(file_81) - 1},
    {"shell/login.js", file_82, sizeof(file_82) - 1},
    {"shell/rail.js", file_83, sizeof(file_83) - 1},
    {"shell/search.js", file_84, sizeof(file_84) - 1},
    {"shell/shell.js", file_85, sizeof(file_85) - 1},
    {"store.js", file_86, sizeof(file_86) - 1},
    {"styles/base.css", file_87, sizeof(file_87) - 1},
    {"styles/machine.css", file_88, sizeof(file_88) - 1},
    {"styles/machines.css", file_89, sizeof(file_89) - 1},
    {"styles/pages.css", file_90, sizeof(file_90) - 1},
    {"styles/parts.css", file_91, sizeof(file_91) - 1},
    {"styles/phone.css", file_92, sizeof(file_92) - 1},
    {"styles/shell.css", file_93, sizeof(file_93) - 1},
    {"styles/tokens.css", file_94, sizeof(file_94) - 1},
    {"theme.js", file_95, sizeof(file_95) - 1},
    {"ui/chart.js", file_96, sizeof(file_96) - 1},
    {"ui/dialog.js", file_97, sizeof(file_97) - 1},
    {"ui/fault.js", file_98, sizeof(file_98) - 1},
    {"ui/icons.js", file_99, sizeof(file_99) - 1},
    {"ui/menu.js", file_100, sizeof(file_100) - 1},
    {"ui/parts.js", file_101, sizeof(file_101) - 1},
    {"ui/perhost.js", file_102, sizeof(file_102) - 1},
    {"ui/toast.js", file_103, sizeof(file_103) - 1},
    {"ui/usagecharts.js", file_104, sizeof(file_104) - 1},
    {"ui/virtual.js", file_105, sizeof(file_105) - 1},
};

const struct roost_web_file *roost_web_file_list(void) { return files; }

size_t roost_web_file_count(void) { return sizeof(files) / sizeof(files[0]); }
