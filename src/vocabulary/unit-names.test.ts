import { expect, test } from 'vitest';
import { proposeUnitId } from './index.ts';

test('a Vietnamese body is put into English by its own name for itself, or word by word from behind', () => {
  const ids = [
    ['Ủy ban Biên giới quốc gia', 'national-border-committee'],
    ['Cục Đầu tư nước ngoài', 'foreign-investment-agency'],
    ['Viện Nghiên cứu Môi trường', 'environmental-research-institute'],
    ['Cục Tiêu chuẩn và Chất lượng Quốc gia', 'national-standards-and-quality-department'],
    ['Vụ Văn hóa các dân tộc', 'ethnic-cultures-department'],
    ['Cục Đường sắt Việt Nam', 'railways-department'],
    ['Trung tâm Phục vụ hành chính công tỉnh', 'public-administration-service-centre'],
    ['Sở GTVT', 'transport-department'],
    ['Phòng NN&PTNT', 'agriculture-rural-development-division'],
    ['Ban Quản lý dự án Thăng Long', 'thang-long-project-management-board'],
    ['Bộ KH&ĐT', 'ministry-of-planning-and-investment'],
    ['Cục Phòng, chống HIV/AIDS', 'hiv-aids-control-department'],
    ['Văn phòng HĐND&UBND huyện', 'district-office'],
    ['UBND cấp huyện', 'district-committees'],
    ['Sở Du lịch các tỉnh, thành phố', 'provincial-tourism-departments'],
  ] as const;
  expect(ids.map(([name]) => proposeUnitId(name))).toEqual(ids.map(([, id]) => id));
});

test('a Chinese body is put into English by its own name for itself, or by kind and field, with the place it is of', () => {
  const ids = [
    ['国家移民管理局', 'national-immigration-administration'],
    ['省水文水资源局', 'hydrology-and-water-resources-bureau'],
    ['青川市公安局', 'qingchuan-public-security-bureau'],
    ['热带作物研究所', 'tropical-crops-research-institute'],
    ['综合保税区管委会', 'comprehensive-bonded-zone-management-committee'],
  ] as const;
  expect(ids.map(([name]) => proposeUnitId(name))).toEqual(ids.map(([, id]) => id));
});
